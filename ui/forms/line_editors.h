// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_editor.h"
#include <QLineEdit>

namespace tenantry::ui {

/// Text in one line, as it is.
class LineEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit LineEditor(QLineEdit *line);

  [[nodiscard]] QString value() const override { return m_line->text(); }
  void setValue(const QString &value) override { m_line->setText(value); }
  void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }

protected:
  [[nodiscard]] QLineEdit *line() const { return m_line; }

private:
  QLineEdit *m_line;
};

/// A whole number, right aligned, grouped as the locale does once it is left.
class NumberEditor : public LineEditor {
  Q_OBJECT

public:
  NumberEditor();

  [[nodiscard]] QString value() const override;
  void setValue(const QString &value) override;
};

/// A day as the locale writes it; Up and Down go to the next and the last one, Alt+Down or the icon
/// open a calendar.
class DayEditor : public LineEditor {
  Q_OBJECT

public:
  DayEditor();

  [[nodiscard]] QString value() const override;
  void setValue(const QString &value) override;

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void showCalendar();
  void setByHand(const QDate &day);
};

} // namespace tenantry::ui
