// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

class IconView;
class Label;

/// A label above an input, and below it a hint or, in its place, what is wrong and what the limit
/// is.
class FormField : public QWidget {
public:
  /// Takes the input as its child; `label` becomes its accessible name.
  FormField(const QString &label, QWidget *input, QWidget *parent = nullptr);

  void setHint(const QString &hint);
  void setError(const QString &error); ///< empty: nothing is wrong
  [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }

private:
  void showNote();

  QWidget *m_input;
  IconView *m_mark;
  Label *m_note;
  QString m_hint;
  QString m_error;
};

} // namespace tenantry::ui
