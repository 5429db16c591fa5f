// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_editor.h"

class QComboBox;

namespace tenantry::ui {

/// One of some choices. Where there are many one types a part of it; the wheel changes nothing
/// while one scrolls by.
class ChoiceEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit ChoiceEditor(const QList<FieldChoice> &choices);

  [[nodiscard]] QString value() const override;
  void setValue(const QString &value) override;
  void setReadOnly(bool readOnly) override;
  void setChoices(const QList<FieldChoice> &choices) override;

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  QComboBox *m_box;
  QList<FieldChoice> m_choices;
};

} // namespace tenantry::ui
