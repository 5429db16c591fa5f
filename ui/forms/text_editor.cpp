// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/text_editor.h"
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace tenantry::ui {

namespace {
constexpr int threeLines = 68;
} // namespace

TextEditor::TextEditor()
    : FieldEditor(new QPlainTextEdit), m_text(static_cast<QPlainTextEdit *>(input())) {
  m_text->setTabChangesFocus(true);
  m_text->setFixedHeight(threeLines);
  connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
}

QString TextEditor::value() const { return m_text->toPlainText(); }

void TextEditor::setValue(const QString &value) {
  const QSignalBlocker quiet(m_text);
  m_text->setPlainText(value);
}

void TextEditor::setReadOnly(bool readOnly) { m_text->setReadOnly(readOnly); }

} // namespace tenantry::ui
