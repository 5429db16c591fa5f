// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_header.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int crumbMark = 16, mostCrumb = 200;

class CrumbMark : public QWidget {
public:
  CrumbMark() { setFixedSize(crumbMark, crumbMark); }

protected:
  void paintEvent(QPaintEvent *) override {
    QPainter painter(this);
    drawIcon(&painter, isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s, rect(),
             Theme::of(this).muted);
  }
};

/// Nothing is kept from being narrow for what may go.
class CrumbPart : public QWidget {
public:
  bool mayGo = true;
  [[nodiscard]] QSize minimumSizeHint() const override {
    const auto hint = QWidget::minimumSizeHint();
    return mayGo ? QSize(0, hint.height()) : hint;
  }
};

} // namespace

SectionHeader::SectionHeader(const QString &title, Level level, QWidget *parent)
    : QWidget(parent), m_level(level), m_trail(new QHBoxLayout),
      m_title(new Label(title, level == Level::Pane ? TextStyle::Title : TextStyle::Section)),
      m_fact(new ElidedLabel(TextStyle::Body, Tone::Muted)),
      m_texts(new QBoxLayout(QBoxLayout::LeftToRight)), m_layout(new QHBoxLayout(this)) {
  if (level == Level::Pane)
    setFixedHeight(height::topBar);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(space::x2);
  m_texts->setSpacing(space::x2 + space::x1);
  m_texts->addWidget(m_title);
  m_texts->addWidget(m_fact);
  m_trail->setSpacing(0);
  m_layout->addLayout(m_trail);
  m_layout->addLayout(m_texts);
  m_layout->addStretch();
  setAccessibleName(title);
  arrange();
}

void SectionHeader::setTitle(const QString &title) {
  m_title->setText(title);
  setAccessibleName(title);
  arrange();
}

void SectionHeader::setFact(const QString &fact) {
  m_fact->setText(fact);
  arrange();
}

void SectionHeader::setFormula(const QString &formula, const QString &asOf) {
  explainFigure(m_fact, formula, asOf);
}

void SectionHeader::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  arrange();
}

/// What is in it may have changed: a button its text, or whether it is shown.
bool SectionHeader::event(QEvent *event) {
  if (event->type() == QEvent::LayoutRequest)
    arrange();
  return QWidget::event(event);
}

void SectionHeader::arrange() {
  if (m_level != Level::Pane)
    return;
  const bool isWithin =
      std::any_of(m_crumbs.begin(), m_crumbs.end(), [](const Crumb &one) { return one.isSaid; });
  const int left = space::x5 - (isWithin ? space::x3 : 0); // a crumb has that much before its text
  if (const QMargins margins(left, 0, space::x4, 0); margins != m_layout->contentsMargins())
    m_layout->setContentsMargins(margins);
  int fixed = left + space::x4 + m_title->sizeHint().width() + (isWithin ? m_layout->spacing() : 0);
  for (int i = 0; i < m_layout->count(); ++i)
    if (const auto *action = m_layout->itemAt(i)->widget(); action && !action->isHidden())
      fixed += m_layout->spacing() + action->sizeHint().width();
  const int below = textMetrics(TextStyle::Meta).horizontalAdvance(m_fact->text()) + 1;
  const int beyond = std::max(0, below - m_title->sizeHint().width()); // where it stands below
  const int wanted = fixed + showCrumbs(width() - fixed - beyond) + space::x2 + space::x1 +
                     textMetrics(TextStyle::Body).horizontalAdvance(m_fact->text()) + 1;
  const auto direction = wanted > width() && !m_fact->text().isEmpty() ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight;
  if (direction == m_texts->direction())
    return;
  const bool isBelow = direction == QBoxLayout::TopToBottom;
  m_texts->setDirection(direction);
  m_texts->setSpacing(isBelow ? 0 : space::x2 + space::x1);
  m_texts->setContentsMargins(0, isBelow ? space::x1 : 0, 0, isBelow ? space::x1 : 0);
  m_fact->setTextStyle(isBelow ? TextStyle::Meta : TextStyle::Body);
}

void SectionHeader::addAction(QWidget *action) { m_layout->addWidget(action); }

QPushButton *SectionHeader::addCrumb() {
  auto *whole = new CrumbPart;
  auto *row = new QHBoxLayout(whole);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto *button = makeButton({}, ButtonVariant::Ghost);
  setCompact(button);
  button->hide(); // nothing to reach until it says where it leads
  row->addWidget(button);
  row->addWidget(new CrumbMark);
  m_trail->addWidget(whole);
  m_crumbs.push_back({button, whole, false});
  arrange();
  return button;
}

QList<QPushButton *> SectionHeader::crumbs() const {
  QList<QPushButton *> buttons;
  for (const auto &one : m_crumbs)
    buttons += one.button;
  return buttons;
}

void SectionHeader::setCrumb(QPushButton *crumb, const QString &text, const QKeySequence &keys) {
  for (auto &one : m_crumbs)
    if (one.button == crumb)
      one.isSaid = !text.isEmpty();
  bool isLast = true;
  for (auto one = m_crumbs.rbegin(); one != m_crumbs.rend(); ++one) {
    static_cast<CrumbPart *>(one->whole)->mayGo = !one->isSaid || !isLast;
    isLast = isLast && !one->isSaid;
  }
  auto shown = crumb->fontMetrics().elidedText(text, Qt::ElideRight, mostCrumb);
  crumb->setText(shown.replace(u'&', u"&&"_s)); // of a name, not before a key
  crumb->setAccessibleName(text);
  crumb->setVisible(!text.isEmpty());
  setHint(crumb, nameWithKeys(text, keys));
  arrange();
}

/// From the last on as many as there is room for, at least one; how wide those are.
int SectionHeader::showCrumbs(int room) {
  int width = 0;
  bool isFull = false;
  for (auto one = m_crumbs.rbegin(); one != m_crumbs.rend(); ++one) {
    const int wanted = one->isSaid ? one->whole->sizeHint().width() : 0;
    isFull = isFull || (width > 0 && width + wanted > room);
    one->whole->setVisible(one->isSaid && !isFull);
    width += isFull ? 0 : wanted;
  }
  return width;
}

} // namespace tenantry::ui
