// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"
#include "ui/theme/console_style.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

FormField::FormField(const QString &text, QWidget *input, QWidget *parent)
    : QWidget(parent), m_input(input),
      m_mark(new IconView(u"alert-triangle"_s, iconSize::cell, Tone::Danger)),
      m_note(new Label({}, TextStyle::Meta, Tone::Muted)) {
  auto *label = new Label(text, TextStyle::MetaStrong, Tone::Text2);
  label->setBuddy(input);
  input->setAccessibleName(text);
  if (auto *typed = input->focusProxy())
    typed->setAccessibleName(text);
  for (auto *typed : input->findChildren<QLineEdit *>()) // of a box that is typed into
    if (!typed->isReadOnly())                            // what stands beside has its own name
      typed->setAccessibleName(text);
  m_note->setWordWrap(true);
  auto *note = new QHBoxLayout;
  note->setSpacing(6);
  note->addWidget(m_mark, 0, Qt::AlignTop);
  note->addWidget(m_note, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::x1);
  layout->addWidget(label);
  layout->addWidget(input);
  layout->addLayout(note);
  layout->addStretch(); // beside a taller field, labels stay in one line
  showNote();
}

void FormField::setHint(const QString &hint) {
  m_hint = hint;
  showNote();
}

void FormField::setError(const QString &error) {
  m_error = error;
  auto *box =
      m_input->focusProxy() ? m_input->focusProxy() : m_input; // of several, what is typed into
  box->setProperty(style_property::state, hasError() ? QByteArray("error") : QByteArray());
  box->update();
  showNote();
}

void FormField::showNote() {
  const auto &text = hasError() ? m_error : m_hint;
  m_note->setText(text);
  m_note->setTone(hasError() ? Tone::Danger : Tone::Muted);
  m_note->setVisible(!text.isEmpty());
  m_mark->setVisible(hasError());
  (m_input->focusProxy() ? m_input->focusProxy() : m_input)->setAccessibleDescription(text);
}

} // namespace tenantry::ui
