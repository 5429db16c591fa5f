// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_sums.h"
#include "models/billing/reviewed_rows.h"
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"
#include "services/billing/run_summary.h"
#include <QTimer>
#include <atomic>

namespace tenantry::models {

/// What becomes of what a run issues, by the business as it is applied, and what waits of it.
struct RunCourse {
  bool isReviewed = false; ///< invoices are drafts first, which somebody finalizes
  qint64 drafts = 0;       ///< those there are; at most 10,001, which means “more than 10,000”
};

/// Whom a run could not bill: how many, and the first of them.
struct CannotBill {
  int organizations = 0;
  QString name;
  Error why;
};

/// What a billing run would issue up to the end of a day, for the whole book. Rows come while it is
/// computed; nothing is written.
class BillingPreview : public QObject {
  Q_OBJECT

public:
  enum class State { Idle, Running, Ready, Cancelled, Failed };

  /// Whoever shows only what it comes to needs no memory for the rows.
  enum class Keeps { Rows, Sums };

  BillingPreview(Connection &connection, RunningWork &work, Keeps keeps = Keeps::Rows,
                 QObject *parent = nullptr);
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
  /// Known once all is computed; a run would leave them out as well.
  [[nodiscard]] const CannotBill &cannotBill() const { return m_cannotBill; }
  /// Drafts that a run takes something off; known likewise.
  [[nodiscard]] const std::vector<billing::RunLowering> &lowered() const { return m_lowered; }
  [[nodiscard]] const std::map<Currency, PreviewTotals> &totals() const { return m_sums.totals; }
  [[nodiscard]] const PreviewFindings &findings() const { return m_sums.findings; }
  [[nodiscard]] const RunCourse &course() const { return m_course; }
  [[nodiscard]] const PreviewStore &rows() const { return m_rows; }
  [[nodiscard]] const std::optional<LastReview> &lastReview() const { return m_lastReview; }
  /// Reads anew who is on hold; the rest of what is shown stays.
  void refreshHolds();
  /// Says of these findings that somebody has looked at them, or takes it back.
  void setReviewed(const ShownFindings &findings, bool isReviewed);
  void undo(const ReviewChange &change);
  /// What was said of findings here is being written, or the rows do not have it yet.
  [[nodiscard]] bool isReviewing() const { return m_reviewing > 0; }

Q_SIGNALS:
  void stateChanged();
  void progressed();
  void rowsReplaced(); ///< other rows than before are shown
  void rowsChanged();  ///< some came, or are on hold or looked at now, or not any more
  void reviewed(const tenantry::models::ReviewChange &change);
  void reviewUndone(const tenantry::models::ReviewChange &change);
  void reviewFailed(const tenantry::Error &error);

private:
  using Cancelled = std::shared_ptr<std::atomic<bool>>;
  struct Outcome {
    qint64 subscriptions = 0;
    CannotBill cannotBill;
    std::vector<billing::RunLowering> lowered;
  };
  struct Batch {
    Instant asOf;
    std::shared_ptr<const PreviewChunk> rows;
    PreviewSums sums;
    std::optional<LastReview> lastReview;
  };
  void refreshReviews(int own = 0); ///< `own`: how many of ours are done once they are read
  using Reviewing = std::function<Result<ReviewChange>(store::Session &)>;
  void review(const Reviewing &reviewing, void (BillingPreview::*tell)(const ReviewChange &));
  void take(quint64 generation, const Batch &batch);
  void takeCourse(quint64 generation, const RunCourse &course);
  void finish(quint64 generation, const Result<Outcome> &outcome);
  void progress(quint64 generation, qint64 done);
  void become(State state);
  [[nodiscard]] bool beginAnew();
  void stop();

  Connection &m_connection;
  RunningWork &m_work;
  const Keeps m_keeps;
  PreviewStore m_rows;
  State m_state = State::Idle;
  Error m_error;
  LocalDay m_day{};
  LocalDay m_wanted{};
  std::optional<Instant> m_computedAt;
  State m_shown = State::Idle; ///< of what is shown, before the preview that runs
  bool m_isFresh = false;      ///< of the preview that runs or ran last, something is shown
  Instant m_asOf{};
  qint64 m_subscriptions = 0;
  CannotBill m_cannotBill;
  std::vector<billing::RunLowering> m_lowered;
  PreviewSums m_sums;
  std::optional<LastReview> m_lastReview;
  bool m_areReviewsStale = false; ///< somebody looked at findings while it was computed
  int m_reviewing = 0;
  RunCourse m_course;
  QFuture<Result<Outcome>> m_pending;
  Cancelled m_cancelled;
  quint64 m_generation = 0;
  QTimer m_newsPause; ///< news come in bursts
};

/// The last instant of the day.
[[nodiscard]] Instant endOfDay(LocalDay day, const Zone &zone);

} // namespace tenantry::models
