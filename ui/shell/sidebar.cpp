// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"
#include "ui/shell/product_mark.h"
#include "ui/shell/search_button.h"
#include "ui/shell/sidebar_delegate.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/shell/user_box.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include <QAction>
#include <QBoxLayout>
#include <QKeySequence>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int footButtonSide = 22;

QPushButton *makeArrow(const QString &icon) {
  auto *button = makeIconButton(icon, {}, ButtonVariant::Ghost);
  button->setFixedSize(footButtonSide, footButtonSide);
  return button;
}

/// The button is the action's: its name, keys and whether there is anything to do.
void bind(QPushButton *button, QAction *action) {
  const auto name =
      u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText));
  button->setAccessibleName(action->text());
  button->setToolTip(name);
  button->setEnabled(action->isEnabled());
  QObject::connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
  QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : Surface(Kind::Sidebar, parent), m_product(new Label(u"Tenantry"_s, TextStyle::BodyStrong)),
      m_database(new ElidedLabel(TextStyle::Caption, Tone::Muted)),
      m_back(makeArrow(u"chevron-left"_s)), m_forward(makeArrow(u"chevron-right"_s)),
      m_besideMark(new QHBoxLayout), m_belowMark(new QHBoxLayout), m_search(new SearchButton),
      m_view(new QListView), m_delegate(new SidebarDelegate), m_user(new UserBox) {
  setFixedWidth(width::sidebar);
  m_view->setModel(&m_items);
  m_delegate->setParent(m_view);
  m_view->setItemDelegate(m_delegate);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Panes"));
  m_view->setMouseTracking(true);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->viewport()->setAutoFillBackground(false);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::tell);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 1, 0);
  layout->setSpacing(0);
  layout->addWidget(makeHead());
  layout->addLayout(m_belowMark);
  layout->addWidget(m_search);
  layout->addSpacing(space::x2);
  layout->addWidget(m_view, 1);
  layout->addWidget(m_user);
  connect(m_search, &QAbstractButton::clicked, this, &Sidebar::searchRequested);
}

void Sidebar::setNavigation(QAction *back, QAction *forward) {
  bind(m_back, back);
  bind(m_forward, forward);
}

QWidget *Sidebar::makeHead() {
  auto *head = new QWidget;
  head->setFixedHeight(height::topBar);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(space::x4, 0, space::x2, 0);
  row->setSpacing(10);
  row->addWidget(new ProductMark);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(1);
  texts->addStretch();
  for (QWidget *text : std::initializer_list<QWidget *>{m_product, m_database})
    texts->addWidget(text, 0, Qt::AlignLeft); // else what is left of the row moves the mark
  texts->addStretch();
  row->addLayout(texts, 1);
  for (auto *arrows : {m_besideMark, m_belowMark})
    arrows->setSpacing(0);
  m_belowMark->setAlignment(Qt::AlignHCenter);
  row->addLayout(m_besideMark);
  for (auto *arrow : {m_back, m_forward})
    m_besideMark->addWidget(arrow);
  return head;
}

void Sidebar::setCompact(bool compact) {
  setFixedWidth(compact ? width::compactSidebar : width::sidebar);
  for (QWidget *part : std::initializer_list<QWidget *>{m_product, m_database})
    part->setVisible(!compact);
  auto *arrows = compact ? m_belowMark : m_besideMark;
  for (auto *arrow : {m_back, m_forward})
    arrows->addWidget(arrow);
  m_belowMark->setContentsMargins(0, 0, 0, compact ? space::x1 : 0);
  m_user->setCompact(compact);
  m_delegate->setCompact(compact);
  m_view->doItemsLayout();
}

void Sidebar::setDatabase(const QString &name) { m_database->setText(name); }

void Sidebar::setUser(const QString &login, const QString &groups) {
  m_user->setUser(login, groups);
}

/// Whatever comes stands before what is pinned.
void Sidebar::append(QStandardItem *item) {
  m_items.insertRow(m_pinned ? m_pinned->row() : m_items.rowCount(), item);
}

void Sidebar::addGroup(const QString &title) {
  auto *item = new QStandardItem(title);
  item->setFlags(Qt::NoItemFlags);
  append(item);
}

int Sidebar::addEntry(const QString &title, const QString &icon, const QKeySequence &shortcut) {
  auto *item = new QStandardItem(title);
  item->setData(icon, IconNameRole);
  item->setToolTip(nameWithKeys(title, shortcut));
  append(item);
  m_entries.append(item);
  return int(m_entries.size()) - 1;
}

void Sidebar::setCount(int entry, const QString &count, Tone tone, const QString &formula) {
  m_entries[entry]->setData(count, CountRole);
  m_entries[entry]->setData(int(tone), CountToneRole);
  m_entries[entry]->setData(u"%1 %2"_s.arg(m_entries[entry]->text(), count),
                            Qt::AccessibleTextRole);
  m_entries[entry]->setData(formula, Qt::AccessibleDescriptionRole);
  const auto name = m_entries[entry]->toolTip().section(u'\n', 0, 0);
  m_entries[entry]->setToolTip(formula.isEmpty() ? name : name + u'\n' + formula);
}

void Sidebar::tell(const QModelIndex &current) {
  if (m_isArranging)
    return;
  auto *item = m_items.itemFromIndex(current);
  if (const auto entry = m_entries.indexOf(item); entry >= 0)
    Q_EMIT entryChosen(int(entry));
  for (auto one = m_pins.cbegin(); one != m_pins.cend(); ++one)
    if (const auto pin = one.value().indexOf(item); pin >= 0) {
      Q_EMIT pinChosen(one.key(), int(pin));
      return;
    }
}

/// The head of the group stands there while anything does.
void Sidebar::showPinned() {
  const bool isAnyPinned = std::any_of(m_pins.cbegin(), m_pins.cend(),
                                       [](const auto &items) { return !items.isEmpty(); });
  if (isAnyPinned == (m_pinned != nullptr))
    return;
  if (auto *gone = std::exchange(m_pinned, nullptr)) {
    m_items.removeRow(gone->row());
    return;
  }
  addGroup(tr("Pinned views"));
  m_pinned = m_items.item(m_items.rowCount() - 1);
}

int Sidebar::rowAfterPinsOf(int entry) const {
  int row = m_pinned->row() + 1;
  for (auto one = m_pins.cbegin(); one != m_pins.cend() && one.key() <= entry; ++one)
    row += int(one.value().size());
  return row;
}

void Sidebar::setPins(int entry, const QList<Pin> &pins) {
  const QScopedValueRollback arranging(m_isArranging, true);
  auto &items = m_pins[entry];
  while (items.size() > pins.size())
    m_items.removeRow(items.takeLast()->row());
  while (items.size() < pins.size()) {
    auto *item = new QStandardItem;
    item->setData(m_entries[entry]->data(IconNameRole), IconNameRole);
    item->setData(true, IsPinRole);
    items.append(item);
    showPinned();
    m_items.insertRow(rowAfterPinsOf(entry) - 1, item);
  }
  showPinned();
  for (qsizetype i = 0; i < pins.size(); ++i) {
    items[i]->setText(pins[i].text);
    const bool isCounted = !pins[i].count.isEmpty() && !pins[i].formula.isEmpty();
    const auto name = u"%1: %2"_s.arg(m_entries[entry]->text(), pins[i].text);
    items[i]->setToolTip(isCounted ? name + u'\n' + pins[i].formula : name);
    items[i]->setData(isCounted ? pins[i].formula : QString(), Qt::AccessibleDescriptionRole);
    items[i]->setData(pins[i].count, CountRole);
    items[i]->setData(u"%1 %2"_s.arg(pins[i].text, pins[i].count), Qt::AccessibleTextRole);
  }
}

void Sidebar::mark(int entry, int pin) {
  const QScopedValueRollback arranging(m_isArranging, true);
  auto *item = pin < 0 ? m_entries[entry] : m_pins[entry].value(pin, m_entries[entry]);
  m_view->setCurrentIndex(item->index());
}

void Sidebar::select(int entry) {
  const auto index = m_entries[entry]->index();
  if (index == m_view->currentIndex())
    return Q_EMIT entryChosen(entry);
  m_view->setCurrentIndex(index);
}

void Sidebar::paintEvent(QPaintEvent *event) {
  Surface::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(placed(painter, rect(), QRect(width() - 1, 0, 1, height())),
                   Theme::of(this).border);
}

} // namespace tenantry::ui
