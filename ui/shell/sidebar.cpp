// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"
#include "ui/shell/product_mark.h"
#include "ui/shell/sidebar_delegate.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <QKeySequence>
#include <QListView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Sidebar::Sidebar(QWidget *parent)
    : Surface(Kind::Sidebar, parent), m_product(new Label(u"Tenantry"_s, TextStyle::BodyStrong)),
      m_database(new Label({}, TextStyle::Caption, Tone::Muted)), m_view(new QListView) {
  setFixedWidth(width::sidebar);
  m_view->setModel(&m_items);
  m_view->setItemDelegate(new SidebarDelegate(m_view));
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setAccessibleName(tr("Panes"));
  m_view->setMouseTracking(true);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->viewport()->setAutoFillBackground(false);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex &current) {
            if (const auto entry = m_entries.indexOf(m_items.itemFromIndex(current)); entry >= 0)
              Q_EMIT entryChosen(int(entry));
          });
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 1, 0);
  layout->setSpacing(space::x2);
  layout->addWidget(makeHead());
  layout->addWidget(m_view, 1);
}

QWidget *Sidebar::makeHead() {
  auto *head = new QWidget;
  head->setFixedHeight(height::topBar);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(space::x4, 0, space::x3, 0);
  row->setSpacing(10);
  row->addWidget(new ProductMark);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(1);
  texts->addStretch();
  texts->addWidget(m_product);
  texts->addWidget(m_database);
  texts->addStretch();
  row->addLayout(texts, 1);
  return head;
}

void Sidebar::setCompact(bool compact) {
  setFixedWidth(compact ? width::compactSidebar : width::sidebar);
  for (auto *label : {m_product, m_database})
    label->setVisible(!compact);
}

void Sidebar::setDatabase(const QString &name) { m_database->setText(name); }

void Sidebar::addGroup(const QString &title) {
  auto *item = new QStandardItem(title);
  item->setFlags(Qt::NoItemFlags);
  m_items.appendRow(item);
}

int Sidebar::addEntry(const QString &title, const QString &icon, const QKeySequence &shortcut) {
  auto *item = new QStandardItem(title);
  item->setData(icon, IconNameRole);
  item->setToolTip(u"%1 (%2)"_s.arg(title, shortcut.toString(QKeySequence::NativeText)));
  m_items.appendRow(item);
  m_entries.append(item);
  return int(m_entries.size()) - 1;
}

void Sidebar::setCount(int entry, const QString &count) {
  m_entries[entry]->setData(count, CountRole);
  m_entries[entry]->setData(u"%1 %2"_s.arg(m_entries[entry]->text(), count),
                            Qt::AccessibleTextRole);
}

void Sidebar::select(int entry) { m_view->setCurrentIndex(m_entries[entry]->index()); }

void Sidebar::paintEvent(QPaintEvent *event) {
  Surface::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(width() - 1, 0, 1, height(), Theme::of(this).border);
}

} // namespace tenantry::ui
