// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "models/connection/stoppable_reading.h"
#include "models/home/home_facts.h"
#include <QElapsedTimer>
#include <QList>
#include <QPointer>

namespace tenantry::models {

/// What these groups of staff begin their day with, in the order of their work; whoever may
/// administer sees all of it.
[[nodiscard]] QList<HomeFigure> homeFigures(const QStringList &groups);

/// The figures of the home, each read by itself and kept up to date by the news while somebody
/// looks. What a small run would issue is previewed too; a large one takes long enough to be asked
/// for.
class HomeBoard : public QObject {
  Q_OBJECT

public:
  static constexpr std::int64_t mostPreviewed = 2'000; ///< subscriptions

  HomeBoard(Connection &connection, RunningWork &work, QList<HomeFigure> figures,
            QObject *parent = nullptr);

  /// Nothing is read while nobody looks: what is being read then is cancelled.
  void setLooking(bool looking);
  void refresh(); ///< all of it, MRR from its beginning too
  /// Ends the reading, and the preview: what is there stays. False where nothing of that reach goes
  /// on.
  bool stop(StoppableReading::Reach reach);

  [[nodiscard]] const QList<HomeFigure> &figures() const { return m_figures; }
  [[nodiscard]] const HomeFacts &facts() const { return m_facts; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }
  [[nodiscard]] StoppableReading &reading() { return m_reading; }
  /// What the run up to `runDay` would issue; none where it is large.
  [[nodiscard]] const BillingPreview *preview() const;
  /// The last one that came to its end, while the next one runs too.
  [[nodiscard]] const std::optional<PreviewSums> &run() const { return m_run; }

Q_SIGNALS:
  void changed();

private:
  void hear();
  void leave();
  void read();
  void take(HomeFigure figure, const Result<std::function<void(HomeFacts &)>> &news);
  void previewRun();
  void endPreview();

  Connection &m_connection;
  const QList<HomeFigure> m_figures;
  HomeFacts m_facts;
  BillingPreview m_preview;
  QTimer m_pause;
  std::optional<PreviewSums> m_run;
  QElapsedTimer m_previewTook;
  QTimer m_previewRest;          ///< before the run is previewed again
  bool m_isPreviewStale = false; ///< the run was read anew since
  StoppableReading m_reading;
  bool m_isLooking = false;
  bool m_isStale = true;
};

} // namespace tenantry::models
