// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_list.h"
#include "models/palette/palette_model.h"
#include "ui/shell/commands.h"
#include "ui/shell/palette_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <QListView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int highest = 560;

void append(KeySection &section, const KeyHelp &key) {
  const bool isKnown = std::any_of(section.keys.begin(), section.keys.end(),
                                   [&](const KeyHelp &one) { return one.keys == key.keys; });
  if (!key.keys.isEmpty() && !key.name.isEmpty() && !isKnown)
    section.keys.append(key);
}

void append(KeySection &section, const QList<QAction *> &actions) {
  for (const auto *action : actions)
    for (const auto &keys : action->shortcuts())
      append(section, {keys, action->text(), action->icon().name()});
}

models::PaletteHit rowOf(const KeyHelp &key) {
  models::PaletteHit row;
  row.entry.text = key.name;
  row.entry.keys = keyCaps(key.keys);
  row.entry.iconName = key.iconName;
  return row;
}

} // namespace

KeySection keysOf(const QString &title, const QWidget *widget) {
  KeySection section{title, {}};
  append(section, widget->actions());
  for (const auto *part : widget->findChildren<QWidget *>()) {
    if (!part->isVisibleTo(widget))
      continue;
    append(section, part->actions());
    if (const auto *answers = dynamic_cast<const AnswersKeys *>(part))
      for (const auto &key : answers->keyHelp())
        append(section, key);
  }
  return section;
}

KeyList::KeyList(const QList<KeySection> &sections, QWidget *window) : QDialog(window) {
  setWindowTitle(tr("Keys"));
  setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &section : sections)
    add(section);
  auto *list = new QListView;
  list->setModel(&m_items);
  list->setItemDelegate(new PaletteDelegate(list));
  list->setFrameShape(QFrame::NoFrame);
  list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list->setAccessibleName(windowTitle());
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->viewport()->setAutoFillBackground(false);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x2, space::x4, space::x2, space::x2);
  auto *title = new Label(windowTitle(), TextStyle::Title);
  title->setContentsMargins(space::x4, 0, 0, 0);
  layout->addWidget(title);
  layout->addWidget(list, 1);
  resize(width::dialog, std::min(highest, window->height() - 2 * space::x8));
}

void KeyList::add(const KeySection &section) {
  if (section.keys.isEmpty())
    return;
  auto *head = new QStandardItem(section.title);
  head->setData(true, models::PaletteGroupRole);
  head->setFlags(Qt::NoItemFlags);
  m_items.appendRow(head);
  for (const auto &key : section.keys) {
    const auto row = rowOf(key);
    auto *item = new QStandardItem(key.name);
    item->setData(QVariant::fromValue(row), models::PaletteHitRole);
    item->setData(u"%1, %2"_s.arg(key.name, row.entry.keys), Qt::AccessibleTextRole);
    m_items.appendRow(item);
  }
}

} // namespace tenantry::ui
