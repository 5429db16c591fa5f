// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/pane.h"
#include <QStandardItemModel>

class QAction;
class QBoxLayout;
class QListView;
class QPushButton;

namespace tenantry::ui {

class Label;
class SearchButton;
class SidebarDelegate;
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
  /// `formula` says how it is counted, on hover and to screen readers.
  void setCount(int entry, const QString &count, Tone tone = Tone::Muted,
                const QString &formula = {});
  /// Views of the entry, in the group at the end that those of all entries are in.
  void setPins(int entry, const QList<Pin> &pins);
  void select(int entry); ///< as if somebody had chosen it
  /// Shows where one is, choosing nothing; −1: the entry itself.
  void mark(int entry, int pin = -1);

Q_SIGNALS:
  void entryChosen(int entry);
  void pinChosen(int entry, int pin);
  void searchRequested();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  [[nodiscard]] QWidget *makeHead();
  void append(QStandardItem *item);
  void showPinned();
  [[nodiscard]] int rowAfterPinsOf(int entry) const;
  void tell(const QModelIndex &current);

  Label *m_product;
  Label *m_database;
  QPushButton *m_back;
  QPushButton *m_forward;
  QBoxLayout *m_besideMark;
  QBoxLayout *m_belowMark; ///< has the arrows where there is no room beside it
  SearchButton *m_search;
  QListView *m_view;
  SidebarDelegate *m_delegate;
  UserBox *m_user;
  QStandardItemModel m_items;
  QList<QStandardItem *> m_entries;
  QMap<int, QList<QStandardItem *>> m_pins; ///< by their entry
  QStandardItem *m_pinned = nullptr;        ///< the head of their group; null: there is none
  bool m_isArranging = false;
};

} // namespace tenantry::ui
