// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/question_dialog.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/reason_line.h"
#include <QBoxLayout>
#include <QLineEdit>

namespace tenantry::ui {

QuestionDialog::QuestionDialog(const Question &question, QWidget *window)
    : SnugDialog(window), m_question(question),
      m_confirm(makeButton(question.action, question.typed.isEmpty() ? ButtonVariant::Primary
                                                                     : ButtonVariant::Danger)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(question.action);
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  const auto add = [layout](const QString &text, TextStyle style, Tone tone) {
    if (text.isEmpty())
      return;
    auto *label = new Label(text, style, tone);
    label->setWordWrap(true);
    layout->addWidget(label);
  };
  add(question.title, TextStyle::Title, Tone::Text);
  add(question.amount, TextStyle::Section, Tone::Text);
  add(question.consequence, TextStyle::Body, Tone::Text2);
  if (!question.typed.isEmpty()) {
    m_typed = new TypedConfirmation(question.typedName);
    m_typed->setExpected(question.typed);
    layout->addWidget(m_typed);
    connect(m_typed, &TypedConfirmation::edited, this, &QuestionDialog::showWhetherPossible);
    m_typed->setFocus();
  }
  layout->addWidget(makeFoot());
  showWhetherPossible();
}

QWidget *QuestionDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *cancel = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(cancel);
  row->addWidget(m_confirm);
  m_confirm->setDefault(true);
  cancel->setAutoDefault(false);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this, [this] {
    Q_EMIT confirmed();
    accept();
  });
  return foot;
}

QLineEdit *QuestionDialog::deliberate() const { return m_typed ? m_typed->input() : nullptr; }

QString QuestionDialog::text() const {
  return QStringList{m_question.title, m_question.amount, m_question.consequence}.join(u'\n');
}

void QuestionDialog::showWhetherPossible() {
  setBlocked(m_confirm, m_typed && !m_typed->isGiven()
                            ? tr("Type “%1” to confirm").arg(m_question.typed)
                            : QString());
}

} // namespace tenantry::ui
