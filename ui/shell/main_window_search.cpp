// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette finds in a window, and where it leads.
#include "models/palette/palette_entry.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/toast.h"
#include <QAction>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

Place recordOf(const models::PaletteEntry &entry) {
  if (entry.kind != models::PaletteEntry::Kind::Invoice)
    return {Place::Kind::Organization, entry.key, {}, {}};
  return {entry.isCreditNote ? Place::Kind::CreditNote : Place::Kind::Invoice, entry.key, {}, {}};
}

} // namespace

void MainWindow::connectSearch(models::Connection &connection) {
  m_clock = &connection.clock();
  const auto showZone = [this, &connection] { m_statusBar->setZone(connection.zone()); };
  connect(&connection, &models::Connection::zoneChanged, this, showZone);
  showZone();
  m_palette = new Palette(connection, this);
  connect(m_palette, &Palette::chosen, this, &MainWindow::follow);
  m_palette->model().setPartsOf([this](const auto &record) { return partsOf(record); });
}

void MainWindow::search(const QString &text) {
  if (m_palette)
    m_palette->open(offers(), text);
}

/// What the open pane can do, then the window, then where one can go.
std::vector<models::PaletteEntry> MainWindow::offers() {
  QList<QAction *> actions = currentPane() ? actionsOf(currentPane()) : QList<QAction *>();
  for (auto *command : this->actions() + m_statusBar->actions())
    if (!m_notOffered.contains(command))
      actions.append(command);
  m_offered.clear();
  for (auto *action : actions)
    m_offered.append(action);
  auto offers = offersOf(actions);
  for (const auto &entry : m_entries) {
    offers.push_back({.kind = models::PaletteEntry::Kind::Place,
                      .key = entry.place.link(),
                      .text = entry.pane->title(),
                      .iconName = entry.pane->iconName(),
                      .keys = keyCaps(entry.command->shortcut())});
    const auto pins = offersOf(entry.pins, entry.pane->title());
    offers.insert(offers.end(), pins.begin(), pins.end());
  }
  return offers;
}

std::vector<models::PaletteEntry> MainWindow::partsOf(const models::PaletteEntry &record) const {
  std::vector<models::PaletteEntry> parts;
  for (const auto &entry : m_entries)
    for (const auto &part : entry.pane->partsOf(recordOf(record), record.text))
      parts.push_back({.kind = models::PaletteEntry::Kind::Part,
                       .key = part.place.link(),
                       .text = part.text,
                       .detail = part.refusal,
                       .iconName = part.iconName,
                       .keys = keyCaps(part.keys),
                       .isEnabled = part.refusal.isEmpty()});
  return parts;
}

void MainWindow::follow(const models::PaletteEntry &entry, bool inOwnWindow) {
  using Kind = models::PaletteEntry::Kind;
  if (entry.kind == Kind::Action) {
    if (const auto action = m_offered.value(entry.key.toInt()))
      action->trigger();
    return;
  }
  Place place;
  if (entry.kind == Kind::Place || entry.kind == Kind::Part)
    place = Place::parse(entry.key).value_or(Place());
  else
    place = recordOf(entry);
  if (entry.kind == Kind::Member) {
    place.tab = u"members"_s;
    place.filter = entry.within;
  }
  if (inOwnWindow)
    return Q_EMIT windowRequested(place);
  open(place);
  if (entry.kind != Kind::Part || !currentPane())
    return;
  const Place record{place.kind, place.key, {}, {}};
  for (const auto &part : currentPane()->partsOf(record, {}))
    if (part.act && part.text == entry.text)
      m_wanted = {part.act, record};
  doWanted();
}

/// What the record does not allow is said as its button says it; one that could not be read says
/// that itself, and who went on to another one wants it no more.
void MainWindow::doWanted() {
  const auto *pane = currentPane();
  if (!m_wanted.act || !pane || !pane->isSettled())
    return;
  const auto wanted = std::exchange(m_wanted, {});
  if (!pane->isShowing(wanted.record))
    return;
  if (wanted.act->isEnabled())
    wanted.act->trigger();
  else
    Toast::present(this, {wanted.act->toolTip(), wanted.act->text(), Tone::Warning},
                   height::statusBar);
}

} // namespace tenantry::ui
