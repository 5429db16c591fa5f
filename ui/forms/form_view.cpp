// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_view.h"
#include "ui/forms/difference_row.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/field_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/label.h"
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

FormView::FormView(models::Form &form, QList<FieldGroup> groups, QWidget *parent)
    : QWidget(parent), m_form(form) {
  auto *grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::x4);
  grid->setVerticalSpacing(space::x3);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  for (const auto &group : groups)
    addGroup(grid, group);
  grid->setRowStretch(grid->rowCount(), 1);
  connect(&m_form, &models::Form::changed, this, &FormView::showForm);
  showForm();
}

void FormView::addGroup(QGridLayout *grid, const FieldGroup &group) {
  int row = grid->rowCount(), column = 0;
  if (!group.title.isEmpty()) {
    auto *title = new Label(group.title, TextStyle::Section);
    title->setContentsMargins(0, m_fields.isEmpty() ? 0 : space::x2, 0, 0);
    grid->addWidget(title, row++, 0, 1, 2);
  }
  for (const auto &spec : group.fields) {
    if (spec.isWide && column == 1) {
      ++row;
      column = 0;
    }
    grid->addWidget(addField(spec), row, column, 1, spec.isWide ? 2 : 1);
    column = spec.isWide ? 0 : 1 - column;
    if (column == 0)
      ++row;
  }
}

QWidget *FormView::addField(const FieldSpec &spec) {
  auto *editor = FieldEditor::make(spec);
  auto *cell = new QWidget;
  auto *column = new QVBoxLayout(cell);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::x1);
  Shown shown{spec, editor, new FormField(spec.label, editor->input()),
              new DifferenceRow(spec.label)};
  shown.field->setHint(spec.hint);
  column->addWidget(shown.field);
  column->addWidget(shown.difference);
  column->addStretch();
  connect(editor, &FieldEditor::edited, this, [this, editor, key = spec.key] {
    m_touched.insert(key);
    m_form.type(key, editor->value());
  });
  connect(shown.difference, &DifferenceRow::mineChosen, this,
          [this, key = spec.key] { m_form.keepMine(key); });
  connect(shown.difference, &DifferenceRow::theirsChosen, this,
          [this, key = spec.key] { m_form.takeTheirs(key); });
  m_fields.append(shown);
  return cell;
}

void FormView::showForm() {
  using Stage = models::Form::Stage;
  if (m_form.stage() == Stage::Loading || m_form.stage() == Stage::Failed)
    return;
  if (m_form.wasRestored())
    for (const auto &[key, written] : m_form.state().written().asKeyValueRange())
      m_touched.insert(key);
  for (auto &shown : m_fields)
    showField(shown);
}

/// A text that is typed at the moment is the form's already: it stays as it is.
void FormView::showField(Shown &shown) {
  lookUpChoices(shown);
  const auto &key = shown.spec.key;
  if (const auto text = m_form.state().typed().value(key); shown.editor->value() != text)
    shown.editor->setValue(text);
  const bool isFixed = m_form.isFixed(key);
  shown.editor->setReadOnly(isFixed || m_form.stage() == models::Form::Stage::Saving);
  shown.field->setHint(isFixed ? shown.spec.whyFixed : shown.spec.hint);
  const auto *mistake = m_form.mistakeOf(key);
  const bool isTold = mistake && (m_touched.contains(key) || !m_form.isNew());
  shown.field->setError(isTold ? mistakeText(*mistake) : QString());
  shown.difference->hide();
  for (const auto &difference : m_form.state().differences())
    if (difference.field == key)
      shown.difference->show(shownValue(shown.spec, difference.mine, locale()),
                             shownValue(shown.spec, difference.theirs, locale()));
}

void FormView::lookUpChoices(Shown &shown) {
  if (shown.spec.kind != FieldKind::Choice || !shown.spec.choices.isEmpty())
    return;
  shown.spec.choices = m_form.choices(shown.spec.key);
  if (const auto &word = shown.spec.word)
    for (auto &choice : shown.spec.choices)
      choice.text = word(choice);
  shown.editor->setChoices(shown.spec.choices);
}

QString FormView::obstacle() const {
  using Stage = models::Form::Stage;
  if (m_form.stage() == Stage::Saving)
    return tr("Saving…");
  if (m_form.stage() != Stage::Ready)
    return tr("The record is not there yet");
  if (!m_form.isConnected())
    return tr("There is no connection to the database; what you typed is kept");
  if (const auto differing = m_form.state().differences().size(); differing > 0)
    return tr("%n field(s) were saved by somebody else meanwhile: choose what holds", nullptr,
              int(differing));
  for (const auto &shown : m_fields)
    if (const auto *mistake = m_form.mistakeOf(shown.spec.key))
      return tr("%1: %2").arg(shown.spec.label, mistakeText(*mistake));
  if (!m_form.mistakes().empty()) // of a field that is not shown
    return mistakeText(m_form.mistakes().front());
  if (!m_form.isNew() && m_form.state().changes().isEmpty())
    return tr("Nothing is changed");
  return {};
}

const FormView::Shown *FormView::find(const QString &key) const {
  for (const auto &shown : m_fields)
    if (shown.spec.key == key)
      return &shown;
  return nullptr;
}

QWidget *FormView::input(const QString &key) const {
  const auto *shown = find(key);
  if (!shown)
    return nullptr;
  auto *input = shown->editor->input();
  return input->focusProxy() ? input->focusProxy() : input;
}

FormField *FormView::field(const QString &key) const {
  const auto *shown = find(key);
  return shown ? shown->field : nullptr;
}

DifferenceRow *FormView::difference(const QString &key) const {
  const auto *shown = find(key);
  return shown ? shown->difference : nullptr;
}

void FormView::focusFirst() {
  auto *first = trouble();
  if (!first && !m_fields.isEmpty())
    first = m_fields.front().editor->input();
  if (first)
    first->setFocus();
}

QWidget *FormView::trouble() const {
  for (const auto &shown : m_fields)
    if (shown.field->hasError())
      return shown.editor->input();
  for (const auto &shown : m_fields)
    if (!shown.difference->isHidden())
      return shown.editor->input();
  return nullptr;
}

} // namespace tenantry::ui
