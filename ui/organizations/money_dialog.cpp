// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/money_dialog.h"
#include "ui/forms/line_editors.h"
#include "ui/forms/money_editor.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int longestText = 500;

QString recordOf(const billing::InvoiceKey &key) {
  return key.invoice.isNull() ? key.organization.toString() : key.invoice.toString();
}

} // namespace

MoneyDialog::MoneyDialog(models::Connection &connection, MoneySubject subject, QWidget *window)
    : SnugDialog(window), m_subject(std::move(subject)),
      m_act(connection, m_subject.kind, m_subject.key, m_subject.currency),
      m_amount(new MoneyEditor(m_subject.currency.code())), m_text(new QLineEdit),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_preview(makeFactCard(m_words.preview)), m_progress(new ProgressLine),
      m_confirm(makeButton(m_words.confirm, m_words.variant)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(m_words.window);
  setFixedWidth(width::dialog);
  m_act.setPayment(m_subject.payment);
  layOut();
  m_notice->hide();
  m_preview->hide();
  connect(m_amount, &MoneyEditor::edited, this, &MoneyDialog::edited);
  connect(m_text, &QLineEdit::textChanged, this, &MoneyDialog::showWhetherPossible);
  connect(m_amount, &MoneyEditor::edited, this, &MoneyDialog::keepDraft);
  connect(m_text, &QLineEdit::textChanged, this, &MoneyDialog::keepDraft);
  connectAct();
  auto *typed = m_words.text.isEmpty() ? deliberate() : m_text;
  (isWhole() ? static_cast<QWidget *>(typed) : m_amount->input())->setFocus();
  previewWhole();
  showWhetherPossible();
}

void MoneyDialog::previewWhole() {
  if (!isWhole())
    return;
  m_progress->setBusy();
  m_act.preview(m_subject.whole);
}

void MoneyDialog::layOut() {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(m_words.title, TextStyle::Title);
  auto *consequence = new Label(m_words.consequence, TextStyle::Body, Tone::Text2);
  for (auto *text : {title, m_notice, consequence})
    text->setWordWrap(true);
  m_text->setMaxLength(longestText);
  auto *amount = new FormField(m_words.amount, m_amount->input());
  amount->setHint(m_words.amountHint);
  amount->setVisible(!m_words.amount.isEmpty());
  auto *text = new FormField(m_words.text, m_text);
  text->setHint(m_words.textHint);
  text->setHidden(m_words.text.isEmpty());
  for (auto *part :
       std::initializer_list<QWidget *>{title, amount, text, m_notice, m_preview, consequence})
    layout->addWidget(part);
  if (!m_words.day.isEmpty())
    layout->insertWidget(2, makeDay());
  if (!m_subject.typed.isEmpty()) {
    m_typed = new TypedConfirmation(m_subject.typedName);
    m_typed->setExpected(m_subject.typed);
    layout->addWidget(m_typed);
    connect(m_typed, &TypedConfirmation::edited, this, &MoneyDialog::showWhetherPossible);
  }
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
}

QWidget *MoneyDialog::makeDay() {
  m_day = new DayEditor;
  m_day->setValue(toIso(m_subject.day));
  connect(m_day, &FieldEditor::edited, this, &MoneyDialog::edited);
  connect(m_day, &FieldEditor::edited, this, &MoneyDialog::keepDraft);
  auto *field = new FormField(m_words.day, m_day->input());
  field->setHint(m_words.dayHint);
  return field;
}

QWidget *MoneyDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field moves no money
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this,
          [this] { m_act.confirm(m_text->text().trimmed()); });
  return foot;
}

void MoneyDialog::connectAct() {
  using Act = models::MoneyAct;
  connect(&m_act, &Act::previewed, this, &MoneyDialog::showPreview);
  connect(&m_act, &Act::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = said(error);
    clearPreview();
    showNotice(said(error), true);
    showWhetherPossible();
  });
  connect(&m_act, &Act::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_act, &Act::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_act, &Act::done, this, [this] {
    if (m_draft)
      m_draft->forget();
    Q_EMIT finishedWith(m_words.done, m_act.issued());
    accept();
  });
}

void MoneyDialog::keepDraftIn(models::DraftStore &drafts, const QString &form) {
  m_draft = new models::TypedDraft(drafts, {form, recordOf(m_subject.key)}, this);
  m_draft->restore([this](const models::FormValues &typed) {
    if (m_text->text().isEmpty())
      m_text->setText(typed.value(u"text"_s));
    if (isWhole() || !m_amount->value().isEmpty())
      return;
    if (const auto kept = typed.value(u"day"_s); m_day && !kept.isEmpty())
      m_day->setValue(kept);
    m_amount->setValue(typed.value(u"amount"_s));
    edited();
  });
}

void MoneyDialog::keepDraft() {
  if (!m_draft)
    return;
  models::FormValues typed{{u"amount"_s, m_amount->value()}, {u"text"_s, m_text->text()}};
  if (m_day && m_day->value() != toIso(m_subject.day))
    typed[u"day"_s] = m_day->value();
  m_draft->keep(typed);
}

void MoneyDialog::edited() {
  showNotice({}, false);
  m_refusal.clear();
  const auto amount = Money::parseMajor(m_amount->value(), m_subject.currency);
  if (amount && amount->minor() != 0 && (!m_day || dayTyped())) {
    m_progress->setBusy();
    m_act.preview(amount->minor(), dayTyped());
  } else {
    m_progress->setIdle();
    m_act.forget();
    clearPreview();
    if (!amount && !m_amount->value().isEmpty())
      m_refusal = tr("The amount cannot be read");
    else if (m_day && !dayTyped())
      m_refusal = tr("That is no day");
  }
  showWhetherPossible();
}

void MoneyDialog::showPreview() {
  m_progress->setIdle();
  clearPreview();
  for (const auto &fact : m_subject.facts(*m_act.shown())) {
    const auto amount =
        fact.text.isEmpty() ? formatMoney({fact.amount, m_subject.currency}, locale()) : fact.text;
    auto *row = new FactRow(fact.what, amount);
    if (fact.isSum) {
      m_preview->body()->addWidget(new Separator);
      row->setStrong();
    }
    m_preview->body()->addWidget(row);
    m_said += fact.what + u' ' + amount;
  }
  m_preview->show();
  const auto warning = m_subject.warning ? m_subject.warning(*m_act.shown()) : QString();
  if (!warning.isEmpty() || !m_refusal.isEmpty())
    showNotice(warning, false);
  m_refusal.clear();
  showWhetherPossible();
}

void MoneyDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
}

void MoneyDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void MoneyDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString MoneyDialog::obstacle() const {
  if (m_act.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (!isWhole() && m_amount->value().isEmpty())
    return tr("No amount is given");
  if (m_words.needsText && m_text->text().trimmed().isEmpty())
    return tr("No reason is given");
  if (!m_act.shown())
    return tr("The result is not known yet");
  return isWhole() && !m_typed->isGiven() ? tr("Type “%1” to confirm").arg(m_subject.typed)
                                          : QString();
}

QLineEdit *MoneyDialog::day() const {
  return m_day ? qobject_cast<QLineEdit *>(m_day->input()) : nullptr;
}

std::optional<LocalDay> MoneyDialog::dayTyped() const {
  if (!m_day)
    return std::nullopt;
  const auto day = parseDay(m_day->value());
  return day ? std::optional(*day) : std::nullopt;
}

QLineEdit *MoneyDialog::deliberate() const { return m_typed ? m_typed->input() : nullptr; }

QString MoneyDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
