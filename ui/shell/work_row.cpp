// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QHBoxLayout>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int workBarWidth = 96, workBarHeight = 4, smallSide = 22;

Label *makeWorkText() {
  auto *label = new Label({}, TextStyle::Meta, Tone::Text2);
  label->setFigures(Figures::Tabular);
  return label;
}

} // namespace

QPushButton *makeSmallButton(const QString &icon, const QString &name) {
  auto *button = makeIconButton(icon, name, ButtonVariant::Ghost);
  button->setFixedSize(smallSide, smallSide);
  button->setIconSize({iconSize::cell, iconSize::cell});
  return button;
}

WorkRow::WorkRow(QPushButton *cancel, QWidget *parent)
    : QWidget(parent), m_title(makeWorkText()), m_bar(new QProgressBar), m_amount(makeWorkText()),
      m_cancel(cancel) {
  m_bar->setFixedSize(workBarWidth, workBarHeight);
  m_bar->setTextVisible(false);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  row->addWidget(new IconView(u"refresh"_s, iconSize::cell, Tone::Muted));
  row->addWidget(m_title, 1);
  for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_amount, m_cancel})
    row->addWidget(part);
  connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_key); });
}

void WorkRow::show(const models::WorkItem &item, qsizetype others) {
  m_key = item.key;
  m_title->setText(others > 0 ? tr("%1, and %2 more").arg(item.title).arg(others) : item.title);
  const bool known = item.total > 0;
  m_bar->setRange(0, known ? 1000 : 0);
  if (known)
    m_bar->setValue(int(item.done * 1000 / item.total));
  m_bar->setAccessibleName(item.title);
  m_amount->setText(
      known ? tr("%1 of %2")
                  .arg(formatNumber(item.done, locale()), formatNumber(item.total, locale()))
            : formatNumber(item.done, locale()));
  m_amount->setVisible(known || item.done > 0);
  setBlocked(m_cancel, item.isCancelling ? tr("It stops after the current part") : QString());
}

} // namespace tenantry::ui
