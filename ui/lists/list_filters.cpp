// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_filters.h"
#include "ui/lists/facet_menu.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include <QMenu>

namespace tenantry::ui {

ListFilters::ListFilters(models::Connection &connection, models::PagedListModel &list,
                         models::SavedViews::Counting counting, SearchOffer search,
                         const QList<FilterOffer> &offers, QWidget *more, QWidget *result,
                         QWidget *pane)
    : QObject(pane), m_connection(connection), m_list(list), m_counting(std::move(counting)),
      m_offer(std::move(search)), m_pane(pane) {
  QList<QWidget *> filters;
  if (!m_offer.invitation.isEmpty()) {
    m_search = new SearchField(m_offer.invitation);
    m_search->setMaximumWidth(m_offer.width);
    filters += m_search;
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
      m_searched = text.trimmed();
      choose(m_offer.setting, m_searched);
    });
  }
  for (const auto &offer : offers) {
    const Shown shown{offer, new Chip(offer.name)};
    connect(shown.chip, &Chip::clicked, this, [this, shown] { popUp(shown); });
    connect(shown.chip, &Chip::removeRequested, this, [this, shown] {
      shown.offer.isAlways ? popUp(shown) : choose(shown.offer.setting, {});
    });
    m_shown += shown;
    filters += shown.chip;
  }
  if (more)
    filters += more;
  m_bar = new FilterBar(filters, result);
}

Chip *ListFilters::chip(const QString &setting) const {
  for (const auto &shown : m_shown)
    if (shown.offer.setting == setting)
      return shown.chip;
  return nullptr;
}

const FilterOffer *ListFilters::offer(const QString &setting) const {
  for (const auto &shown : m_shown)
    if (shown.offer.setting == setting)
      return &shown.offer;
  return nullptr;
}

models::PagedListModel::ViewSettings ListFilters::settingsOf(const QString &value) const {
  for (const auto &[offer, chip] : m_shown)
    if (!value.isEmpty() && offer.values().contains(value))
      return {{offer.setting, value}};
  return {};
}

/// What somebody is typing stays, whatever else changes meanwhile.
void ListFilters::show() {
  const auto settings = m_list.viewSettings();
  for (const auto &[offer, chip] : std::as_const(m_shown)) {
    const auto value = settings.value(offer.setting);
    chip->setValue(value.isEmpty() ? QString() : offer.word(value));
  }
  if (!m_search)
    return;
  const auto search = settings.value(m_offer.setting);
  if (std::exchange(m_searched, search) != search && m_search->text().trimmed() != search)
    m_search->setSearched(search);
}

void ListFilters::choose(const QString &setting, const QString &value) {
  auto settings = m_list.viewSettings();
  if (value.isEmpty())
    settings.remove(setting);
  else
    settings[setting] = value;
  m_list.narrow(settings);
  show();
}

void ListFilters::popUp(const Shown &shown) {
  QList<Facet> facets;
  for (const auto &value : shown.offer.values())
    facets.append({shown.offer.word(value), value,
                   [this, setting = shown.offer.setting, value] { choose(setting, value); }});
  makeFacetMenu(m_connection, m_counting, m_list.viewSettings(), shown.offer.setting, facets,
                m_pane)
      ->popup(shown.chip->mapToGlobal(shown.chip->rect().bottomLeft()));
}

void ListFilters::takeFocus() {
  if (m_search) {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
  } else if (!m_shown.isEmpty()) {
    m_shown.front().chip->setFocus(Qt::ShortcutFocusReason);
  }
}

bool ListFilters::stepBack() {
  if (!m_search || !m_search->hasFocus() || m_search->text().isEmpty())
    return false;
  m_search->clear();
  return true;
}

} // namespace tenantry::ui
