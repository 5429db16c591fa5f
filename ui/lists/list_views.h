// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include "models/views/saved_views.h"
#include "ui/shell/pane.h"
#include <QPointer>

class QAction;
class QDialog;
class QMenu;

namespace tenantry::ui {

class Chip;
class ListColumns;
class ListFilters;
class ListMemory;
struct KeptFilter;

/// The saved views of a list: which one is open and whether it was changed since, a menu to choose,
/// save, rename, share and delete them, and their rows in the sidebar.
class ListViews : public QObject {
  Q_OBJECT

public:
  /// `home` is the place of the list; the chip stands in its filter bar.
  ListViews(models::Connection &connection, models::PagedListModel &list, ListColumns &columns,
            const ListFilters &filters, models::SavedViews::Counting counting, const QString &name,
            const Place &home, Chip *chip, QWidget *pane);
  ~ListViews() override;

  /// What was set by hand comes from there, with the first place that is opened, and is kept there.
  void keepIn(ListMemory &memory);
  /// Shows the view of that place, as soon as it is known, or none. By what the list is narrowed
  /// then where the place says nothing of it; nothing: by what it is now.
  std::optional<views::Settings> open(const Place &place);
  [[nodiscard]] const QString &current() const { return m_current; } ///< id of the view shown
  /// What the list is narrowed by where nobody changed it: as that view says, or as it began.
  [[nodiscard]] views::Settings settingsOf(const QString &id) const;
  [[nodiscard]] models::SavedViews &views() { return m_views; }
  [[nodiscard]] QMenu *makeMenu();         ///< deletes itself when it is closed
  [[nodiscard]] QDialog *question() const; ///< null while none is open
  void saveAs(const QString &name);
  void save(); ///< what is shown now, into the open view

Q_SIGNALS:
  void applied(); ///< filter, order and columns are now another view's
  void placeRequested(const tenantry::ui::Place &place);
  void pinsChanged(const QList<tenantry::ui::Pin> &pins);

private:
  void showChip();
  void takeViews();
  void keep();
  void apply(const views::SavedView &view);
  void applyNone();
  void askName(const QString &title, const QString &name,
               const std::function<void(const QString &)> &then);
  void askToRemove(const views::SavedView &view);
  void showConflict(const views::SavedView &theirs, const views::Settings &mine);
  void block(QAction *action, const QString &reason) const; ///< or as one is off-line
  void addActs(QMenu *menu, const views::SavedView &view);
  void addSharing(QMenu *menu, const views::SavedView &view);
  void tell(const Error &error);
  [[nodiscard]] views::Settings settings() const;
  [[nodiscard]] Place placeOf(const QString &id) const;

  models::Connection &m_connection;
  models::PagedListModel &m_list;
  ListColumns &m_columns;
  const ListFilters &m_filters;
  const QString m_name;
  const Place m_home;
  const views::Settings m_first; ///< of the list, before anybody changed it
  Chip *m_chip;
  QWidget *m_pane;
  QString m_current;
  std::optional<Place> m_wanted; ///< its view was asked for before it was known
  models::SavedViews m_views;
  ListMemory *m_memory = nullptr;
  std::unique_ptr<KeptFilter> m_kept; ///< until it is shown, or something else
  QPointer<QDialog> m_question;
};

} // namespace tenantry::ui
