// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/business/applied.h"
#include "services/core/page.h"
#include "services/payments/dunning_case.h"
#include "services/payments/ids.h"
#include "services/payments/service.h"

namespace tenantry::payments {

/// What the board is in order of: when the next act comes, or when the case was opened.
enum class DunningSort { Next, Opened };

/// The last row before a page.
struct DunningCursor {
  Instant value{};
  OrganizationId organization;
  InvoiceId invoice;
  bool operator==(const DunningCursor &) const = default;
};

/// What narrows the board.
struct DunningFilter {
  std::optional<DunningStep> step{};
  std::optional<DeclineClass> decline{};
  QString currency{}; ///< empty: any
  QString search{};   ///< part of the organization's name or the number; empty: all
  bool operator==(const DunningFilter &) const = default;
};

struct DunningQuery {
  DunningFilter filter{};
  DunningSort sort = DunningSort::Next;
  bool ascending = true;
  int pageSize = 100;
  std::optional<DunningCursor> after{}; ///< none: the first page
};

/// An unpaid invoice that is dunned.
struct DunningRow {
  OrganizationId organization;
  InvoiceId id; ///< of the invoice
  QString organizationName;
  QString number;
  Money due;
  DunningStep step = DunningStep::Retrying;
  int tries = 0;     ///< that failed
  int mostTries = 0; ///< that the policy makes
  QString declineCode;
  DeclineClass decline = DeclineClass::None;
  DunningAct act = DunningAct::None;
  std::optional<Instant> actAt; ///< none: nothing comes by itself
  Instant openedAt{};
  bool isSuspended = false; ///< the organization's subscription is
  bool isTrying = false;    ///< a try is running: its outcome comes first
};

using DunningPage = PageOf<DunningRow, DunningCursor>;

struct DunningSum {
  std::int64_t count = 0;
  std::map<Currency, std::int64_t> due;
};

/// What came of cases. One that ended is recovered where nothing of it was lost; `recovered` is
/// what came in of all of them, `lost` what was written off or voided.
struct DunningOutcome {
  std::int64_t cases = 0, lostCases = 0;
  std::map<Currency, std::int64_t> recovered, lost;
};

/// Time that was given.
struct Extension {
  ExtensionId id;
  LocalDay until{}; ///< the last day of it
  Instant untilAt{};
  QString reason;
  QString givenBy;
  Instant givenAt{};
  QString revokedBy; ///< empty: it was not taken back
  std::optional<Instant> revokedAt;
};

/// All of one case.
struct DunningSheet {
  DunningRow row;
  bool hasMethod = false;
  std::vector<Attempt> tries;        ///< oldest first
  std::vector<Extension> extensions; ///< the latest first
  std::vector<DunningStage> stages;  ///< what comes if every further try fails
};

/// Every invoice that is dunned, over all organizations (BILL-5).
class DunningBoard {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  DunningBoard(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors `list.page_size` (1 to 200).
  [[nodiscard]] Result<DunningPage> page(const DunningQuery &query);
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const DunningFilter &filter);
  [[nodiscard]] Result<std::map<DunningStep, DunningSum>> sums();
  /// Of the cases that ended in [from, until).
  [[nodiscard]] Result<DunningOutcome> outcome(Instant from, Instant until);
  /// Error `dunning.not_found`. What is to come may be asked for as if that time was not given.
  [[nodiscard]] Result<DunningSheet> sheet(const billing::InvoiceKey &key,
                                           const std::optional<ExtensionId> &without = {});

private:
  [[nodiscard]] Result<DunningRow> read(const store::Row &row, int ladder);
  [[nodiscard]] Result<int> ladder();
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
