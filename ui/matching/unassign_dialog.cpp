// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/unassign_dialog.h"
#include "ui/billing/pay_words.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/matching/bank_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
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
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

UnassignDialog::UnassignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
                               QWidget *window)
    : SnugDialog(window), m_sheet(sheet), m_unassigner(connection, sheet.kept.id),
      m_preview(makeFactCard(tr("What becomes of it"))),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)), m_progress(new ProgressLine) {
  const bool isReturn = sheet.kept.status == payments::BankEntryStatus::Waiting;
  m_confirm = makeButton(isReturn ? tr("Take back") : tr("Undo assignment"), ButtonVariant::Danger);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(isReturn ? tr("Sent back by the bank") : tr("Undo assignment"));
  setFixedWidth(width::dialog);
  if (isReturn)
    makeChoice();
  layOut();
  connectAct();
  m_progress->setBusy();
  isReturn ? showSent() : m_unassigner.preview();
  showWhetherPossible();
}

QString UnassignDialog::titleText() const {
  const auto &entry = m_sheet.kept.entry;
  return m_sent ? tr("The bank sent back %1")
                      .arg(formatMoney({-entry.amount.minor(), entry.amount.currency()}, locale()))
                : tr("Undo the assignment of %1 from %2")
                      .arg(formatMoney(entry.amount, locale()), payerOf(entry));
}

QString UnassignDialog::consequenceText() const {
  return m_sent
             ? tr("What it had paid is due again and dunned further on. The books have it on %1, "
                  "the bank’s day, unless that month is closed. Both entries are done with.")
                   .arg(formatDay(m_sheet.kept.entry.bookedOn, locale()))
             : tr("The entry waits again. Its payments are reversed in the books of today and "
                  "stay in the history; what is due is dunned further on.");
}

void UnassignDialog::makeChoice() {
  m_sent = new QComboBox;
  for (const auto &one : m_sheet.returnable)
    m_sent->addItem(
        tr("%1, came in on %2").arg(payerOf(one.entry), formatDay(one.entry.bookedOn, locale())),
        one.id.toString());
  m_typed = new TypedConfirmation(tr("Invoice or payer"));
  connect(m_sent, &QComboBox::currentIndexChanged, this, &UnassignDialog::showSent);
  connect(m_typed, &TypedConfirmation::edited, this, &UnassignDialog::showWhetherPossible);
}

void UnassignDialog::layOut() {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(titleText(), TextStyle::Title);
  auto *consequence = new Label(consequenceText(), TextStyle::Body, Tone::Text2);
  for (auto *label : {title, consequence, m_notice})
    label->setWordWrap(true);
  layout->addWidget(title);
  if (m_sent)
    layout->addWidget(new FormField(tr("What came in before"), m_sent));
  layout->addWidget(m_preview);
  layout->addWidget(m_notice);
  layout->addWidget(consequence);
  if (m_typed)
    layout->addWidget(m_typed);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  m_preview->hide();
}

void UnassignDialog::connectAct() {
  using Unassigner = models::BankUnassigner;
  connect(&m_unassigner, &Unassigner::previewed, this, &UnassignDialog::showPreview);
  connect(&m_unassigner, &Unassigner::refused, this, [this](const Error &error) {
    m_refusal = said(error);
    m_progress->setIdle();
    m_preview->hide();
    showNotice(said(error), true);
    showWhetherPossible();
  });
  connect(&m_unassigner, &Unassigner::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_unassigner, &Unassigner::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_unassigner, &Unassigner::done, this, [this] {
    Q_EMIT undone(m_sent ? tr("What %1 paid is taken back").arg(payerOf(chosen()->entry))
                         : tr("The entry of %1 waits again").arg(payerOf(m_sheet.kept.entry)));
    accept();
  });
}

const payments::KeptEntry *UnassignDialog::chosen() const {
  return m_sent && m_sent->currentIndex() >= 0
             ? &m_sheet.returnable[std::size_t(m_sent->currentIndex())]
             : nullptr;
}

void UnassignDialog::choose(const payments::BankEntryId &sent) {
  m_sent->setCurrentIndex(std::max(0, m_sent->findData(sent.toString())));
}

void UnassignDialog::showSent() {
  m_refusal.clear();
  m_preview->hide();
  m_notice->hide();
  m_progress->setBusy();
  m_typed->setExpected({});
  if (const auto *sent = chosen())
    m_unassigner.takeAsReturnOf(sent->id);
  showWhetherPossible();
}

QString UnassignDialog::confirmationText() const {
  const auto &invoices = m_unassigner.shown()->invoices;
  if (!invoices.empty())
    return invoices.front().number;
  const auto &entry = chosen()->entry;
  return entry.party.isEmpty() && entry.partyAccount.isEmpty() ? chosen()->account : payerOf(entry);
}

QLineEdit *UnassignDialog::deliberate() const { return m_typed ? m_typed->input() : nullptr; }

QWidget *UnassignDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  m_confirm->setAutoDefault(false);
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, &m_unassigner, &models::BankUnassigner::confirm);
  return foot;
}

void UnassignDialog::addFact(const QString &what, const QString &value) {
  m_preview->body()->addWidget(new FactRow(what, value));
  m_said += what + u' ' + value;
}

void UnassignDialog::showPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_refusal.clear();
  m_progress->setIdle();
  const auto &picture = *m_unassigner.shown();
  const auto money = [&](std::int64_t minor) {
    return formatMoney({minor, picture.currency}, locale());
  };
  for (const auto &one : picture.invoices)
    addFact(one.number, reopenedText(one, picture.currency, locale()));
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Balance before"), money(picture.balanceBefore));
  addFact(tr("Balance after"), money(picture.balanceAfter));
  m_preview->show();
  if (m_typed)
    m_typed->setExpected(confirmationText());
  showWhetherPossible();
}

void UnassignDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void UnassignDialog::showWhetherPossible() {
  const auto why = [this] {
    if (m_unassigner.isBusy())
      return tr("It is being done");
    if (!m_refusal.isEmpty())
      return m_refusal;
    if (!m_unassigner.shown())
      return tr("The result is not known yet");
    return !m_typed || m_typed->isGiven() ? QString() : tr("It is not confirmed yet");
  };
  setBlocked(m_confirm, why());
}

QString UnassignDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

} // namespace tenantry::ui
