// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"
#include "ui/forms/field_spec.h"
#include <QSet>
#include <QWidget>

class QGridLayout;

namespace tenantry::ui {

class DifferenceRow;
class FieldEditor;
class FormField;

/// The fields of a form: each below its label, with what is wrong as one types, and with what
/// somebody else has written meanwhile.
class FormView : public QWidget {
  Q_OBJECT

public:
  FormView(models::Form &form, QList<FieldGroup> groups, QWidget *parent = nullptr);

  void focusFirst(); ///< the first one that is wrong, else the first one
  /// Where somebody has to look: the first field that is wrong, else that two have written; null:
  /// nowhere.
  [[nodiscard]] QWidget *trouble() const;
  [[nodiscard]] QWidget *input(const QString &key) const;
  [[nodiscard]] FormField *field(const QString &key) const;
  [[nodiscard]] DifferenceRow *difference(const QString &key) const;
  /// Why it cannot be saved now; empty: it can.
  [[nodiscard]] QString obstacle() const;

private:
  struct Shown {
    FieldSpec spec;
    FieldEditor *editor;
    FormField *field;
    DifferenceRow *difference;
  };
  void addGroup(QGridLayout *grid, const FieldGroup &group);
  [[nodiscard]] QWidget *addField(const FieldSpec &spec);
  void showForm();
  void showField(Shown &shown);
  void lookUpChoices(Shown &shown);
  [[nodiscard]] const Shown *find(const QString &key) const;

  models::Form &m_form;
  QList<Shown> m_fields;
  QSet<QString> m_touched; ///< nobody is told off for what is still to be written
};

} // namespace tenantry::ui
