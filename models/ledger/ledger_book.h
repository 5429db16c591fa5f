// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/watched_reading.h"
#include "services/billing/book_months.h"
#include "services/billing/closing_history.h"
#include "services/billing/months.h"
#include "services/billing/receivables.h"
#include "services/views/values.h"

namespace tenantry::models {

/// The months of the books, what each account came to in the one that is looked at, and what is
/// owed now.
struct BookFacts {
  std::vector<billing::BookMonth> months;     ///< the latest first
  std::vector<billing::BookClosing> closings; ///< of the months, the latest first
  std::optional<LocalDay> closedThrough;
  std::chrono::year_month month{}; ///< the one that is looked at
  std::vector<billing::AccountFigures> figures;
  std::vector<billing::Receivable> receivables;
  bool mayClose = false; ///< this login, months
  Instant asOf{};

  [[nodiscard]] const billing::BookMonth *find(std::chrono::year_month wanted) const;
  /// The first that could be closed now; none where all that are over are closed.
  [[nodiscard]] std::optional<std::chrono::year_month> closable() const;
  [[nodiscard]] std::vector<Currency> currencies() const; ///< of the figures
};

/// The books, kept up to date.
class LedgerBook : public WatchedReading<BookFacts> {
  Q_OBJECT

public:
  explicit LedgerBook(Connection &connection, QObject *parent = nullptr)
      : WatchedReading(connection, parent) {}

  void show(std::optional<std::chrono::year_month> month); ///< none: the one that runs
  /// How many months are over and not closed.
  [[nodiscard]] static Result<std::int64_t>
  countOf(store::Session &session, business::AppliedBusiness &business, const views::Settings &);

private:
  Reading reading() override;

  std::optional<std::chrono::year_month> m_month;
};

} // namespace tenantry::models
