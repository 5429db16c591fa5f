// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/core/money.h"
#include "services/core/seen_rows.h"
#include "services/store/session.h"
#include <QStringList>
#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace tenantry::models {

/// That a person has to say how much a row is: what is known of it is in another currency.
struct BulkAsked {
  QString key;
  QString of;  ///< what it is a part of, as a person knows that
  Money known; ///< what is known of it
  Currency in; ///< … and in what it is said
};

/// How much a row is as a person says: that one, and no other.
struct BulkAmount {
  QString key;
  Money money;
};

/// What an act would make of a row.
struct BulkVerdict {
  QString key;
  QString name;         ///< as a person knows the row; empty where it is gone
  bool changes = false; ///< false without a refusal: it is so already
  std::optional<Error> refusal{};
  std::optional<Money> amount{}; ///< what is at stake
  /// MRR in twelfths of a minor unit, as it is and as it would be.
  struct Recurring {
    Currency currency;
    std::int64_t before = 0, after = 0;
  };
  std::optional<Recurring> recurring{};
  /// With a digest where money is in it: the act refuses where it comes to something else by then.
  Seen seen{};
  /// Of what changes: a part of it that does not.
  struct Staying {
    QString what;    ///< "Starter"
    QString message; ///< why
    std::strong_ordering operator<=>(const Staying &) const = default;
  };
  std::optional<Staying> stays{};
  std::optional<BulkAsked> asked{}; ///< also once it is said
};

/// What was done to a row.
struct BulkChange {
  bool changed = false; ///< false: it was so already
  /// Restores the earlier value, unless it has changed since; none: it cannot be taken back.
  std::function<Result<>(store::Session &, business::AppliedBusiness &)> undo{};
  QString name{}; ///< of the row, filled in by the run
};

/// Something that is done to many rows, each by the service it belongs to and in a transaction of
/// its own: what went well stays where the rest fails, and doing it twice does it once. Runs on
/// another thread.
struct BulkAct {
  /// What was before is kept of so many rows, some 250 bytes each (25 MB in all): of more than
  /// those nothing can be undone.
  static constexpr qint64 mostUndone = 100'000;

  QString title; ///< for the status bar: "Suspending"
  /// In the order of the keys, writing nothing.
  std::function<Result<std::vector<BulkVerdict>>(store::Session &, business::AppliedBusiness &,
                                                 const QStringList &keys)>
      preview;
  std::function<Result<BulkChange>(store::Session &, business::AppliedBusiness &,
                                   const QString &key, const Seen &seen)>
      act; ///< `seen`: in the verdict of the preview that was confirmed, where there was one
  /// Of those that are acted on next: as the preview, where that would cost as much as the act
  /// itself and tells no more than is seen so; none: the preview.
  decltype(preview) glance{};
  qint64 undoneAtMost = mostUndone; ///< rows
};

/// What an act would do to all rows.
struct BulkPreview {
  struct Refusal {
    QString message; ///< of the first row
    qint64 rows = 0;
  };
  static constexpr qsizetype mostNames = 3;

  qint64 changes = 0, unchanged = 0, refused = 0;
  QStringList names;                              ///< of the first rows that change
  std::map<QString, Refusal> refusals;            ///< by code
  std::map<BulkVerdict::Staying, qint64> staying; ///< of the rows that change
  std::map<Currency, std::int64_t> sum;           ///< minor units at stake
  struct Recurring {
    std::int64_t before = 0, after = 0; ///< twelfths
    qint64 more = 0, less = 0;          ///< rows
  };
  std::map<Currency, Recurring> recurring; ///< of the rows that change
  std::shared_ptr<const SeenRows> seen{};  ///< the rows that change
  std::optional<BulkAsked> asked{};        ///< of the one row that there is; of several none is
  void add(const BulkVerdict &verdict);
};

struct FailedRow {
  QString name;
  Error error;
};

/// What came of it.
struct BulkReport {
  static constexpr std::size_t mostKept = 10'000;

  qint64 done = 0, unchanged = 0;
  qint64 cameSince = 0; ///< would change, but were not among those that were seen: left alone
  std::vector<FailedRow> failed; ///< more than mostKept end the run
  bool wasCancelled = false;
  std::optional<Error> stopped; ///< why the rest was not tried
  /// In the order done; of a run over more rows than can be undone none.
  std::vector<BulkChange> changes;
  bool wasTooMany = false; ///< to be undone
  [[nodiscard]] bool isWhole() const { return failed.empty() && !wasCancelled && !stopped; }
};

} // namespace tenantry::models
