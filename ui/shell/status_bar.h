// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "services/core/zone.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/surface.h"
#include <QElapsedTimer>
#include <QTimer>
#include <chrono>
#include <optional>

class QAction;
class QPushButton;

namespace tenantry::ui {

class Label;
class StatusDot;
class WorkList;
class WorkRow;

/// Connection with the time an answer takes and when there was one, database and role at the left;
/// what runs, with its progress, the time zone and the appearance at the right. A click on what
/// runs lists all of it.
class StatusBar : public Surface {
  Q_OBJECT

public:
  explicit StatusBar(QWidget *parent = nullptr);

  void setConnection(bool connected);
  /// None: not known.
  void setLatency(std::optional<std::chrono::microseconds> latency);
  void setSynced(); ///< now: what is shown is as old as that at most
  void setDatabase(const QString &database, const QString &role);
  void setZone(const Zone &zone); ///< in which days and times are shown
  void setWork(const QList<models::WorkItem> &items);
  void setDark(bool dark);
  void setAppearance(Appearance appearance); ///< which one is chosen
  void setUnread(int notifications);         ///< beside the bell
  [[nodiscard]] WorkList *workList() const { return m_list; }

Q_SIGNALS:
  void cancelRequested(const QString &key);
  void appearanceRequested(tenantry::ui::Appearance appearance);
  void notificationsRequested();

protected:
  void paintEvent(QPaintEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void listWork();
  void showSynced();
  void addAppearances();
  void askAppearance();

  StatusDot *m_dot;
  Label *m_connection;
  Label *m_latency;
  Label *m_synced;
  bool m_isConnected = false;
  QElapsedTimer m_sinceSynced;
  QTimer m_syncedTurn; ///< says how long ago, where that is long
  Label *m_database;
  Label *m_zone;
  QPushButton *m_cancel;
  QPushButton *m_all;
  WorkRow *m_work; ///< what runs first
  WorkList *m_list;
  QPushButton *m_bell;
  Label *m_unread;
  QPushButton *m_appearance;
  QList<QAction *> m_appearances; ///< in the order of the enumeration
};

} // namespace tenantry::ui
