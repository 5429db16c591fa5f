// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include "models/views/saved_views.h"

class QMenu;

namespace tenantry::ui {

class Chip;
class FilterBar;
class SearchField;

/// Something that a list can be narrowed by.
struct FilterOffer {
  QString name;                                      ///< "Status"
  QString setting;                                   ///< as views keep it: "status"
  std::function<QStringList()> values;               ///< those to choose from, as views keep them
  std::function<QString(const QString &value)> word; ///< also of others
  bool isAlways = false; ///< one is always chosen: instead of taking it away another is asked for
  bool isOffered = true; ///< false: it is chosen elsewhere, and only taken away here
};

/// What is typed to narrow a list; without an invitation nothing is.
struct SearchOffer {
  QString invitation; ///< "Filter organizations"
  QString setting = QStringLiteral("search");
};

/// What narrows a list, in the bar over it: a field to search, a chip for each filter that is set,
/// an invitation to add one with how many rows its values would leave, and what else the pane has
/// there: the chip of the saved views. The list's own settings are what is in force; the bar shows
/// them and changes them.
class ListFilters : public QObject {
  Q_OBJECT

public:
  ListFilters(models::Connection &connection, models::PagedListModel &list,
              models::SavedViews::Counting counting, SearchOffer search,
              const QList<FilterOffer> &offers, QWidget *more, QWidget *result, QWidget *pane);

  [[nodiscard]] FilterBar *bar() const { return m_bar; }
  [[nodiscard]] Chip *invitation() const { return m_add; } ///< null: nothing can be added
  [[nodiscard]] QMenu *makeMenu(); ///< of what can be added; deletes itself when it is closed
  [[nodiscard]] Chip *chip(const QString &setting) const;
  /// What is chosen by that setting; null: nothing.
  [[nodiscard]] const FilterOffer *offer(const QString &setting) const;
  [[nodiscard]] SearchField *search() const { return m_search; } ///< null: there is none
  /// What a link calls so, as settings; empty: nothing.
  [[nodiscard]] models::PagedListModel::ViewSettings settingsOf(const QString &value) const;
  /// A link may say its value alone, wherever it is opened: others may be known once rows are
  /// there.
  [[nodiscard]] bool isSaidAlone(const QString &setting) const;
  void show(); ///< what is in force, after it changed elsewhere
  void choose(const QString &setting, const QString &value); ///< an empty one takes it away
  void clear();                                              ///< but for what is typed
  void takeFocus();
  bool stepBack(); ///< takes away what was typed, while one types; false where nothing is

private:
  struct Shown {
    FilterOffer offer;
    Chip *chip;
  };
  [[nodiscard]] QList<Shown> offered() const;
  void remove(const Shown &shown);
  void addFacetsOf(const Shown &shown, QMenu *menu);
  [[nodiscard]] QMenu *makeMenuOf(const Shown &shown);
  static void popUp(QMenu *menu, const QWidget *at);

  models::Connection &m_connection;
  models::PagedListModel &m_list;
  const models::SavedViews::Counting m_counting;
  const SearchOffer m_offer;
  SearchField *m_search = nullptr;
  QString m_searched; ///< as it was shown or typed last
  QList<Shown> m_shown;
  Chip *m_add = nullptr;
  QWidget *m_pane;
  FilterBar *m_bar = nullptr;
};

} // namespace tenantry::ui
