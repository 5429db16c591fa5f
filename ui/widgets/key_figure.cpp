// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_figure.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

/// Takes its room unless it may give way.
class FigureLine : public ElidedLabel {
public:
  FigureLine() : ElidedLabel(TextStyle::Meta, Tone::Muted) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  }
  void setTight(bool isTight) {
    if (std::exchange(m_isTight, isTight) != isTight)
      updateGeometry();
  }
  [[nodiscard]] QSize minimumSizeHint() const override {
    return m_isTight ? ElidedLabel::minimumSizeHint() : Label::minimumSizeHint();
  }

private:
  bool m_isTight = false;
};

void explainFigure(QWidget *figure, const QString &formula, const QString &asOf) {
  const auto text = asOf.isEmpty() ? formula : formula + u' ' + asOf;
  figure->setToolTip(text);
  figure->setAccessibleDescription(text);
}

KeyFigure::KeyFigure(const QString &caption, Size size, QWidget *parent)
    : QWidget(parent), m_size(size), m_caption(new Label(caption, TextStyle::Meta, Tone::Muted)),
      m_figure(new Label({}, size == Size::Large ? TextStyle::KeyFigure : TextStyle::Section)),
      m_line(new FigureLine) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(size == Size::Large ? 2 : space::x1);
  for (auto *label : {m_caption, m_figure, static_cast<Label *>(m_line)})
    layout->addWidget(label);
  updateName();
}

void KeyFigure::setFigure(const QString &figure) {
  m_figure->setText(figure);
  if (m_size == Size::Large)
    m_figure->setTextStyle(figure.contains(u'\n') ? TextStyle::Section : TextStyle::KeyFigure);
  updateName();
}

void KeyFigure::setFormula(const QString &formula, const QString &asOf) {
  explainFigure(this, formula, asOf);
}

void KeyFigure::setLine(const QString &line, Tone tone) {
  m_line->setText(line);
  m_line->setTone(tone);
  updateName();
}

void KeyFigure::setTight(bool isTight) { m_line->setTight(isTight); }

QString KeyFigure::elidedLine() const {
  return m_line->fontMetrics().horizontalAdvance(m_line->text()) > m_line->width() ? m_line->text()
                                                                                   : QString();
}

void KeyFigure::updateName() {
  setAccessibleName(u"%1: %2, %3"_s.arg(m_caption->text(), m_figure->text(), m_line->text()));
}

} // namespace tenantry::ui
