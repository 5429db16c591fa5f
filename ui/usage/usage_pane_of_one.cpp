// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"
#include "ui/usage/dimension_page.h"
#include "ui/usage/events_page.h"
#include "ui/usage/usage_pane.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"
#include <QAction>
#include <QPushButton>
#include <QStackedWidget>

// What the pane shows of one organization instead of its tabs.

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

// As links have them.
const QString eventsTab = u"events"_s;
const QString dimensionsTab = u"dimensions"_s;

} // namespace

bool UsagePane::isOfOne(const Place &place) {
  return (place.tab == eventsTab || place.tab == dimensionsTab) && !place.organization.isEmpty();
}

void UsagePane::connectBack() {
  connect(m_toUsage, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested(tabPlace()); });
  connect(m_back, &QPushButton::clicked, this, [this] {
    if (const auto *page = ofOne())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, page->asked().organization.toString(), u"usage"_s, {}});
  });
}

void UsagePane::connectOfOne(OneUsagePage *page) {
  connect(page, &OneUsagePage::placeRequested, this, &Pane::placeRequested);
  connect(page, &OneUsagePage::settled, this, &UsagePane::reportSettled);
  connect(page, &OneUsagePage::wordsChanged, this, &UsagePane::showFact);
  connect(page, &OneUsagePage::placeNarrowed, this, [this, page] {
    if (!m_isOpening && ofOne() == page)
      Q_EMIT placeChanged(place());
  });
}

/// The same metric and period in another part of the pane.
QPushButton *UsagePane::addSwitch(const QString &name, const QKeySequence &keys,
                                  const QString &tab) {
  auto *action = new QAction(name, this);
  action->setIcon(icon(u"chart-line"_s));
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setObjectName(tab);
  addAction(action);
  connect(action, &QAction::triggered, this, [this, tab] {
    auto place = ofOne()->place();
    place.tab = tab;
    place.value.reset();
    if (tab == eventsTab)
      place.by.clear();
    Q_EMIT placeRequested(place);
  });
  auto *button = makeButton(name, ButtonVariant::Secondary);
  followAction(button, action);
  return button;
}

OneUsagePage *UsagePane::ofOne() const {
  return showsEvents()       ? static_cast<OneUsagePage *>(m_events)
         : showsDimensions() ? m_dimensions
                             : nullptr;
}

bool UsagePane::showsDimensions() const { return m_pages->currentWidget() == m_dimensions; }

bool UsagePane::showsEvents() const { return m_pages->currentWidget() == m_events; }

void UsagePane::followSwitches() {
  const auto *page = ofOne();
  const auto shown = page ? page->place().tab : QString();
  for (auto *action : actions()) {
    if (action->objectName() != eventsTab && action->objectName() != dimensionsTab)
      continue;
    action->setToolTip(page ? tr("It is shown already")
                            : tr("Only for the usage of one organization: open its events first"));
    action->setEnabled(page && shown != action->objectName());
  }
}

void UsagePane::openOfOne(const Place &place) {
  m_isOpening = true;
  const models::AskedEvents asked{OrganizationId::fromString(place.organization), place.filter,
                                  place.day, place.isOutside};
  if (place.tab == dimensionsTab) {
    m_pages->setCurrentWidget(m_dimensions);
    m_dimensions->show(asked, place.by);
  } else {
    m_pages->setCurrentWidget(m_events);
    m_events->show(asked, place.by.isEmpty()
                              ? std::nullopt
                              : std::optional(usage::DimensionValue{place.by, place.value}));
  }
  showHeader();
  m_isOpening = false;
  ofOne()->table()->setFocus();
}

void UsagePane::leaveOne() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
  if (m_figures.facts() || m_figures.error())
    showFigures();
  showHeader();
}

} // namespace tenantry::ui
