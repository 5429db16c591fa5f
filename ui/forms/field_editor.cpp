// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"
#include "ui/forms/choice_editor.h"
#include "ui/forms/line_editors.h"
#include "ui/forms/money_editor.h"
#include "ui/forms/text_editor.h"
#include "ui/theme/metrics.h"

namespace tenantry::ui {

namespace {

FieldEditor *editorOf(const FieldSpec &field) {
  switch (field.kind) {
  case FieldKind::Line:
    return new LineEditor(new QLineEdit);
  case FieldKind::Text:
    return new TextEditor;
  case FieldKind::Number:
    return new NumberEditor;
  case FieldKind::Day:
    return new DayEditor;
  case FieldKind::Money:
    return new MoneyEditor(field.currency);
  case FieldKind::Choice:
    return new ChoiceEditor(field.choices);
  }
  return nullptr;
}

} // namespace

FieldEditor *FieldEditor::make(const FieldSpec &field) {
  auto *editor = editorOf(field);
  // A form that is higher than its window scrolls, and squeezes nothing.
  if (field.kind != FieldKind::Text)
    editor->input()->setMinimumHeight(height::control);
  return editor;
}

} // namespace tenantry::ui
