// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_filters.h"
#include "ui/lists/facet_menu.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include <QMenu>
#include <algorithm>

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
    m_search->setMaximumWidth(m_search->sizeHint().width());
    filters += m_search;
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
      m_searched = text.trimmed();
      choose(m_offer.setting, m_searched);
    });
  }
  for (const auto &offer : offers) {
    const Shown shown{offer, new Chip(offer.name)};
    const auto ask = [this, shown] { popUp(makeMenuOf(shown), shown.chip); };
    connect(shown.chip, &Chip::clicked, this, ask);
    connect(shown.chip, &Chip::removeRequested, this,
            [this, shown, ask] { shown.offer.isAlways ? ask() : remove(shown); });
    if (!offer.isAlways) // shown before it has a place it would be a window
      shown.chip->hide();
    m_shown += shown;
    filters += shown.chip;
  }
  if (!offered().isEmpty()) {
    m_add = new Chip(tr("Filter"));
    connect(m_add, &Chip::clicked, this, [this] { popUp(makeMenu(), m_add); });
    filters += m_add;
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
  for (const auto &shown : m_shown)
    if (!value.isEmpty() && shown.offer.values().contains(value))
      return {{shown.offer.setting, value}};
  return {};
}

bool ListFilters::isSaidAlone(const QString &setting) const {
  return !offer(setting) || m_shown.front().offer.setting == setting;
}

/// What somebody is typing stays, whatever else changes meanwhile.
void ListFilters::show() {
  const auto settings = m_list.viewSettings();
  for (const auto &[offer, chip] : std::as_const(m_shown)) {
    const auto value = settings.value(offer.setting);
    chip->setValue(value.isEmpty() ? QString() : offer.word(value));
    chip->setVisible(offer.isAlways || !value.isEmpty());
  }
  // Of one filter alone that is set its chip offers the same.
  if (const auto all = offered(); m_add)
    m_add->setVisible(all.size() > 1 || settings.value(all.front().offer.setting).isEmpty());
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

QList<ListFilters::Shown> ListFilters::offered() const {
  QList<Shown> offered;
  for (const auto &shown : m_shown)
    if (shown.offer.isOffered && !shown.offer.isAlways)
      offered += shown;
  return offered;
}

void ListFilters::remove(const Shown &shown) {
  const bool hadFocus = shown.chip->hasFocus();
  choose(shown.offer.setting, {});
  if (hadFocus && m_add)
    m_add->setFocus();
}

void ListFilters::clear() {
  auto settings = m_list.viewSettings();
  for (const auto &shown : m_shown)
    if (!shown.offer.isAlways)
      settings.remove(shown.offer.setting);
  m_list.narrow(settings);
  show();
}

void ListFilters::addFacetsOf(const Shown &shown, QMenu *menu) {
  QList<Facet> facets;
  for (const auto &value : shown.offer.values())
    facets.append({shown.offer.word(value), value,
                   [this, setting = shown.offer.setting, value] { choose(setting, value); }});
  addFacets(menu, m_connection, m_counting, m_list.viewSettings(), shown.offer.setting, facets);
}

QMenu *ListFilters::makeMenuOf(const Shown &shown) {
  auto *menu = new QMenu(m_pane);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  addFacetsOf(shown, menu);
  return menu;
}

/// Where there is one thing to narrow by, its values at once.
QMenu *ListFilters::makeMenu() {
  const auto all = offered();
  if (all.size() == 1)
    return makeMenuOf(all.front());
  auto *menu = new QMenu(m_pane);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (const auto &shown : all) {
    const auto reason = shown.chip->toolTip();
    const bool isOpen = shown.chip->isEnabled() && !shown.offer.values().isEmpty();
    if (!isOpen && reason.isEmpty())
      continue; // there is nothing to choose from
    auto *values = menu->addMenu(shown.offer.name);
    addFacetsOf(shown, values);
    values->menuAction()->setEnabled(isOpen);
    values->menuAction()->setToolTip(reason);
  }
  menu->addSeparator();
  const bool isSet = std::any_of(m_shown.begin(), m_shown.end(), [](const Shown &shown) {
    return !shown.offer.isAlways && !shown.chip->value().isEmpty();
  });
  menu->addAction(tr("Clear all filters"), this, &ListFilters::clear)->setEnabled(isSet);
  return menu;
}

void ListFilters::popUp(QMenu *menu, const QWidget *at) {
  menu->popup(at->mapToGlobal(at->rect().bottomLeft()));
}

void ListFilters::takeFocus() {
  if (m_search) {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
  } else if (m_add || !m_shown.isEmpty()) {
    (m_add ? m_add : m_shown.front().chip)->setFocus(Qt::ShortcutFocusReason);
  }
}

bool ListFilters::stepBack() {
  if (!m_search || !m_search->hasFocus() || m_search->text().isEmpty())
    return false;
  m_search->clear();
  return true;
}

} // namespace tenantry::ui
