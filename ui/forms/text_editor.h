// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_editor.h"

class QPlainTextEdit;

namespace tenantry::ui {

/// Text in several lines; Tab goes to the next field.
class TextEditor : public FieldEditor {
  Q_OBJECT

public:
  TextEditor();

  [[nodiscard]] QString value() const override;
  void setValue(const QString &value) override;
  void setReadOnly(bool readOnly) override;

private:
  QPlainTextEdit *m_text;
};

} // namespace tenantry::ui
