// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/pay_dialog.h"
#include "ui/billing/pay_words.h"
#include "ui/forms/money_editor.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestText = 500;
}

PayDialog::PayDialog(models::Connection &connection, Act act, const models::InvoiceSheet &sheet,
                     QWidget *window)
    : QDialog(window), m_act(act), m_sheet(sheet), m_payer(connection, act, sheet.invoice),
      m_amount(new MoneyEditor(sheet.invoice.currency.code())), m_text(new QLineEdit),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_preview(makeSnugCard(tr("What it comes to"))), m_progress(new ProgressLine),
      m_confirm(act == Act::Refund ? makeButton(tr("Give back"), ButtonVariant::Danger)
                                   : makeButton(tr("Record payment"), ButtonVariant::Primary)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(act == Act::Refund ? tr("Refund") : tr("Record payment"));
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x5, space::x5, space::x5, space::x4);
  layout->setSpacing(space::x3);
  auto *title =
      new Label((act == Act::Refund ? tr("Refund for %1 of %2") : tr("Payment of %1 by %2"))
                    .arg(sheet.invoice.number, sheet.organizationName),
                TextStyle::Title);
  auto *consequence = new Label(
      act == Act::Refund
          ? tr("What a provider took it gives back; what came by bank you pay out yourself. A "
               "credit note is issued for it. This cannot be undone.")
          : tr("It pays what is due; what is too much goes to the customer's balance and pays "
               "what else is open."),
      TextStyle::Body, Tone::Text2);
  for (auto *text : {title, m_notice, consequence})
    text->setWordWrap(true);
  layout->addWidget(title);
  layout->addWidget(makeAmount());
  layout->addWidget(makeText());
  layout->addWidget(m_notice);
  layout->addWidget(m_preview);
  layout->addWidget(consequence);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  m_preview->hide();
  connect(m_amount, &MoneyEditor::edited, this, &PayDialog::edited);
  connect(m_text, &QLineEdit::textChanged, this, &PayDialog::showWhetherPossible);
  connectPayer();
  m_amount->input()->setFocus();
  showWhetherPossible();
}

QString PayDialog::money(std::int64_t minor) const {
  return formatMoney({minor, m_sheet.invoice.currency}, locale());
}

FormField *PayDialog::makeAmount() {
  auto *field = new FormField(tr("Amount"), m_amount->input());
  field->setHint(m_act == Act::Refund
                     ? tr("%1 of it are paid.").arg(money(m_sheet.invoice.paid))
                     : tr("%1 of it are due.").arg(money(m_sheet.invoice.amountDue())));
  return field;
}

FormField *PayDialog::makeText() {
  m_text->setMaxLength(longestText);
  auto *field = new FormField(m_act == Act::Refund ? tr("Reason") : tr("Reference"), m_text);
  field->setHint(m_act == Act::Refund ? tr("It stands on the credit note.")
                                      : tr("What the bank says about it."));
  return field;
}

QWidget *PayDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addStretch();
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field moves no money
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this,
          [this] { m_payer.confirm(m_text->text().trimmed()); });
  return foot;
}

void PayDialog::connectPayer() {
  using Payer = models::InvoicePayer;
  connect(&m_payer, &Payer::previewed, this, [this] {
    m_progress->setIdle();
    m_refusal.clear();
    clearPreview();
    std::visit([this](const auto &picture) { show(picture); }, *m_payer.shown());
    m_preview->show();
    adjustSize();
    showWhetherPossible();
  });
  connect(&m_payer, &Payer::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = error.message;
    clearPreview();
    showNotice(error.message, true);
    showWhetherPossible();
  });
  connect(&m_payer, &Payer::outdated, this,
          [this](const Error &error) { showNotice(error.message, false); });
  connect(&m_payer, &Payer::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_payer, &Payer::done, this, [this] {
    Q_EMIT finishedWith(
        (m_act == Act::Refund ? tr("Refund made for %1") : tr("Payment recorded for %1"))
            .arg(m_sheet.invoice.number));
    accept();
  });
}

void PayDialog::edited() {
  showNotice({}, false);
  m_refusal.clear();
  const auto amount = Money::parseMajor(m_amount->value(), m_sheet.invoice.currency);
  if (amount && amount->minor() != 0) {
    m_progress->setBusy();
    m_payer.preview(amount->minor());
  } else {
    m_progress->setIdle();
    m_payer.forget();
    clearPreview();
    if (!amount && !m_amount->value().isEmpty())
      m_refusal = tr("The amount cannot be read");
  }
  showWhetherPossible();
}

void PayDialog::addFact(const QString &what, std::int64_t amount, bool isSum) {
  auto *row = new FactRow(what, money(amount));
  if (isSum)
    row->setStrong();
  m_preview->body()->addWidget(row);
  m_said += what + u' ' + money(amount);
}

void PayDialog::show(const payments::TransferPicture &picture) {
  addFact(tr("Due now"), picture.dueBefore);
  addFact(tr("Pays of it"), picture.pays);
  addFact(tr("To the balance"), picture.toBalance);
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Still due"), picture.dueAfter(), true);
  showNotice(picture.isCharging ? tr("A provider is being asked for this money just now: if it "
                                     "succeeds, that goes to the balance.")
                                : QString(),
             false);
}

void PayDialog::show(const payments::RefundPicture &picture) {
  for (const auto &part : picture.parts)
    addFact(part.payment.isCharge()
                ? tr("Back through the provider: %1").arg(paymentName(part.payment))
                : tr("You pay out: %1").arg(paymentName(part.payment)),
            part.amount);
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Credit note"), picture.amount, true);
  addFact(tr("Tax in it"), picture.tax);
  addFact(tr("Can be given back after it"), picture.refundable - picture.amount);
}

void PayDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
  adjustSize();
}

void PayDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void PayDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString PayDialog::obstacle() const {
  if (m_payer.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (m_amount->value().isEmpty())
    return tr("No amount is given");
  if (m_act == Act::Refund && m_text->text().trimmed().isEmpty())
    return tr("No reason is given");
  return m_payer.shown() ? QString() : tr("What it comes to is not known yet");
}

QString PayDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
