// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_model.h"
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"
#include <atomic>

namespace tenantry::models {

/// The sums of a preview in one currency, minor units.
struct PreviewTotals {
  std::int64_t invoices = 0;
  std::int64_t usage = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t comparable = 0; ///< of the total: invoices that have one before them
  std::int64_t before = 0;     ///< what those were
};

/// What becomes of what a run issues, by the business as it is applied, and what waits of it.
struct RunCourse {
  bool isReviewed = false; ///< invoices are drafts first, which somebody finalizes
  qint64 drafts = 0;       ///< those there are; at most 10,001, which means “more than 10,000”
};

/// What a preview found that stands out; each invoice counts once.
struct PreviewFindings {
  qint64 firstInvoices = 0;
  qint64 changes = 0;     ///< of a fifth and more
  qint64 missingData = 0; ///< of customers who lack what their invoice has to show
  [[nodiscard]] qint64 all() const { return firstInvoices + changes + missingData; }
};

/// What a billing run would issue up to the end of a day, for the whole book. Rows come while it is
/// computed; nothing is written.
class BillingPreview : public QObject {
  Q_OBJECT

public:
  enum class State { Idle, Running, Ready, Cancelled, Failed };

  BillingPreview(Connection &connection, RunningWork &work, QObject *parent = nullptr);
  ~BillingPreview() override;

  /// Days are those of the business. Begins anew whatever runs. What was shown stays until the
  /// first rows come, and where none come.
  void start(LocalDay day);
  void cancel();

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] const Error &error() const { return m_error; }
  [[nodiscard]] LocalDay day() const { return m_day; }          ///< of what is shown
  [[nodiscard]] LocalDay wantedDay() const { return m_wanted; } ///< what was started last
  /// When what is shown was computed; nothing before that.
  [[nodiscard]] std::optional<Instant> computedAt() const { return m_computedAt; }
  /// The end of the day in the zone of the business; valid once rows have come.
  [[nodiscard]] Instant asOf() const { return m_asOf; }
  /// What is shown is all of it.
  [[nodiscard]] bool isWhole() const {
    return m_isFresh ? m_state == State::Ready : m_shown == State::Ready;
  }
  [[nodiscard]] qint64 subscriptions() const { return m_subscriptions; }
  [[nodiscard]] const std::map<Currency, PreviewTotals> &totals() const { return m_totals; }
  [[nodiscard]] const PreviewFindings &findings() const { return m_findings; }
  [[nodiscard]] const RunCourse &course() const { return m_course; }
  [[nodiscard]] PreviewModel &rows() { return m_rows; }

Q_SIGNALS:
  void stateChanged();
  void progressed();

private:
  using Cancelled = std::shared_ptr<std::atomic<bool>>;
  void take(quint64 generation, Instant asOf, const std::vector<PreviewRow> &rows);
  void takeCourse(quint64 generation, const RunCourse &course);
  void finish(quint64 generation, const Result<qint64> &outcome);
  void progress(quint64 generation, qint64 done);
  void become(State state);
  void beginAnew();
  void stop();

  Connection &m_connection;
  RunningWork &m_work;
  PreviewModel m_rows;
  State m_state = State::Idle;
  Error m_error;
  LocalDay m_day{};
  LocalDay m_wanted{};
  std::optional<Instant> m_computedAt;
  State m_shown = State::Idle; ///< of what is shown, before the preview that runs
  bool m_isFresh = false;      ///< of the preview that runs or ran last, something is shown
  Instant m_asOf{};
  qint64 m_subscriptions = 0;
  std::map<Currency, PreviewTotals> m_totals;
  PreviewFindings m_findings;
  RunCourse m_course;
  QFuture<Result<qint64>> m_pending;
  Cancelled m_cancelled;
  quint64 m_generation = 0;
};

/// The last instant of the day.
[[nodiscard]] Instant endOfDay(LocalDay day, const Zone &zone);

} // namespace tenantry::models
