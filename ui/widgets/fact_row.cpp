// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/wrapped_label.h"
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int rowHeight = 26, aboveLines = 4;
}

FactRow::FactRow(const QString &key, const QString &value, QWidget *parent)
    : QWidget(parent), m_key(new Label(key, TextStyle::Body, Tone::Muted)), m_value(new Label) {
  m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto *layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, aboveLines, 0, aboveLines);
  layout->setSpacing(space::x3);
  layout->addWidget(m_key);
  layout->addStretch();
  layout->addWidget(m_value);
  setMinimumHeight(rowHeight);
  setValue(value);
}

void FactRow::put(Label *&label, Label *instead) {
  instead->setText(label->text());
  delete layout()->replaceWidget(label, instead);
  delete label;
  label = instead;
}

void FactRow::setWraps() {
  auto *wrapped = new WrappedLabel(TextStyle::Body, m_value->tone());
  wrapped->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  put(m_value, wrapped);
}

void FactRow::setKeyGivesWay() { put(m_key, new ElidedLabel(TextStyle::Body, Tone::Muted)); }

void FactRow::setKeyWraps() { put(m_key, new WrappedLabel(TextStyle::Body, Tone::Muted)); }

void FactRow::setStrong() {
  m_key->setTextStyle(TextStyle::BodyStrong);
  m_key->setTone(Tone::Text);
  m_value->setTextStyle(TextStyle::BodyStrong);
}

void FactRow::setValue(const QString &value, Tone tone) {
  m_value->setText(value);
  m_value->setTone(tone);
  setAccessibleName(u"%1: %2"_s.arg(m_key->text(), value));
}

} // namespace tenantry::ui
