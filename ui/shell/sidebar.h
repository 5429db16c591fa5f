// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/surface.h"
#include <QStandardItemModel>

class QAction;
class QListView;
class QPushButton;

namespace tenantry::ui {

class Label;
class SearchButton;
class UserBox;

/// The panes, in groups, with their counts. A list view, so that arrows and screen readers work.
class Sidebar : public Surface {
  Q_OBJECT

public:
  explicit Sidebar(QWidget *parent = nullptr);

  /// Icons alone, for narrow windows; names are in the tool tips.
  void setCompact(bool compact);
  void setDatabase(const QString &name);
  void setUser(const QString &login, const QString &groups); ///< at its foot
  /// The buttons in its head.
  void setNavigation(QAction *back, QAction *forward);
  void addGroup(const QString &title);
  /// Gives the entry's number, from 0 in the order added.
  int addEntry(const QString &title, const QString &icon, const QKeySequence &shortcut);
  void setCount(int entry, const QString &count);
  void select(int entry);

Q_SIGNALS:
  void entryChosen(int entry);
  void searchRequested();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  [[nodiscard]] QWidget *makeHead();

  Label *m_product;
  Label *m_database;
  QPushButton *m_back;
  QPushButton *m_forward;
  SearchButton *m_search;
  QListView *m_view;
  UserBox *m_user;
  QStandardItemModel m_items;
  QList<QStandardItem *> m_entries;
};

} // namespace tenantry::ui
