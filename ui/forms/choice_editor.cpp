// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choice_editor.h"
#include "ui/theme/metrics.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>

namespace tenantry::ui {

namespace {
constexpr qsizetype few = 12;
} // namespace

ChoiceEditor::ChoiceEditor(const QList<FieldChoice> &choices)
    : FieldEditor(new QComboBox), m_box(static_cast<QComboBox *>(input())) {
  m_box->setFocusPolicy(Qt::StrongFocus);
  m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_box->setMinimumContentsLength(8);
  m_box->setInsertPolicy(QComboBox::NoInsert);
  m_box->installEventFilter(this);
  setChoices(choices);
  connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

void ChoiceEditor::setChoices(const QList<FieldChoice> &choices) {
  const auto before = value();
  m_choices = choices;
  m_box->clear();
  for (const auto &choice : choices)
    m_box->addItem(choice.text, choice.value);
  if (choices.size() > few && !m_box->isEditable()) {
    m_box->setEditable(true);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->lineEdit()->setAccessibleName(m_box->accessibleName());
    auto *completer = m_box->completer();
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] { setValue(value()); });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &FieldEditor::edited, Qt::QueuedConnection);
  }
  setValue(before);
}

QString ChoiceEditor::value() const {
  if (!m_box->isEditable())
    return m_box->currentData().toString();
  const auto typed = m_box->currentText().trimmed();
  for (const auto &choice : m_choices)
    if (choice.text.compare(typed, Qt::CaseInsensitive) == 0 ||
        choice.value.compare(typed, Qt::CaseInsensitive) == 0)
      return choice.value;
  return typed;
}

/// What is none of the choices is there all the same: it was stored, or typed before.
void ChoiceEditor::setValue(const QString &value) {
  auto at = m_box->findData(value);
  if (at < 0 && !m_box->isEditable() && !value.isEmpty()) {
    m_box->addItem(value, value);
    at = m_box->count() - 1;
  }
  m_box->setCurrentIndex(at);
  if (m_box->isEditable() && at < 0)
    m_box->setEditText(value);
}

void ChoiceEditor::setReadOnly(bool readOnly) { m_box->setEnabled(!readOnly); }

bool ChoiceEditor::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::Wheel && !m_box->hasFocus()) {
    event->ignore();
    return true;
  }
  return FieldEditor::eventFilter(watched, event);
}

} // namespace tenantry::ui
