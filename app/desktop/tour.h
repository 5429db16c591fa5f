// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/composition.h"
#include <QTimer>

namespace tenantry::desktop {

/// Draws the panes of the open database to PNG files, one after the other, and ends the program:
/// 0 when all are written, 1 with a message when something is not. Waits for data by its signals.
/// Does nothing without a directory.
class Tour : public QObject {
  Q_OBJECT

public:
  Tour(const Options &options, Composition &composition);

private:
  /// A picture: how to get there, and whether all of it is there.
  struct Stop {
    QString name;
    std::function<void()> go;
    std::function<bool()> isReady;
    std::function<QWidget *()> what{}; ///< none: the window
    std::function<bool()> exists{};    ///< none: always; what this book has not is left out
  };
  void plan();
  void planOrganizations();
  void planChange();
  void planForms();
  void planPalette();
  void planBilling();
  void planInvoices();
  void planMatching();
  void planLists();
  void planLedger();
  void planUsage();
  void planNotifications();
  void planStates();
  void next();
  void look();
  void settle(int turns);
  void shoot();
  void fail(const QString &message);
  void openFirst();
  [[nodiscard]] std::function<void()> opening(const ui::Place &place);

  const Options m_options;
  Composition &m_composition;
  std::vector<Stop> m_stops;
  std::size_t m_at = 0;
  bool m_isLooking = false;
  QTimer m_patience;
  QWidget *m_import = nullptr;
  QPointer<QWidget> m_keys; ///< or notifications: what is to be closed again
};

} // namespace tenantry::desktop
