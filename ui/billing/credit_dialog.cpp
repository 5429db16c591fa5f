// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/credit_dialog.h"
#include "ui/billing/line_words.h"
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
constexpr int longestReason = 500;
}

CreditDialog::CreditDialog(models::Connection &connection, const models::InvoiceSheet &sheet,
                           QWidget *window)
    : QDialog(window), m_sheet(sheet),
      m_creditor(connection, {sheet.invoice.organization, sheet.invoice.id}),
      m_amount(new MoneyEditor(sheet.invoice.currency.code())), m_reason(new QLineEdit),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_preview(makeSnugCard(tr("Credit note"))), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Issue credit note"), ButtonVariant::Danger)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Credit invoice"));
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x5, space::x5, space::x5, space::x4);
  layout->setSpacing(space::x3);
  auto *title = new Label(tr("Credit %1 of %2").arg(sheet.invoice.number, sheet.organizationName),
                          TextStyle::Title);
  auto *consequence = new Label(
      tr("It lowers what is open of the invoice, the rest goes to the customer's balance. "
         "A credit note gets a number and cannot be undone."),
      TextStyle::Body, Tone::Text2);
  for (auto *text : {title, m_notice, consequence})
    text->setWordWrap(true);
  m_reason->setMaxLength(longestReason);
  auto *amount = new FormField(tr("Amount, tax included"), m_amount->input());
  amount->setHint(
      tr("The invoice is %1, %2 of it are open.")
          .arg(formatMoney({sheet.invoice.total, sheet.invoice.currency}, locale()),
               formatMoney({sheet.invoice.amountDue(), sheet.invoice.currency}, locale())));
  auto *reason = new FormField(tr("Reason"), m_reason);
  reason->setHint(tr("It stands on the credit note."));
  layout->addWidget(title);
  layout->addWidget(amount);
  layout->addWidget(reason);
  layout->addWidget(m_notice);
  layout->addWidget(m_preview);
  layout->addWidget(consequence);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  m_preview->hide();
  connect(m_amount, &MoneyEditor::edited, this, &CreditDialog::edited);
  connect(m_reason, &QLineEdit::textChanged, this, &CreditDialog::showWhetherPossible);
  connectCreditor();
  m_amount->input()->setFocus();
  showWhetherPossible();
}

QWidget *CreditDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addStretch();
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field issues nothing
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this,
          [this] { m_creditor.confirm(m_reason->text().trimmed()); });
  return foot;
}

void CreditDialog::connectCreditor() {
  using Creditor = models::InvoiceCreditor;
  connect(&m_creditor, &Creditor::previewed, this, [this] {
    m_progress->setIdle();
    m_refusal.clear();
    showPreview();
    showWhetherPossible();
  });
  connect(&m_creditor, &Creditor::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = error.message;
    clearPreview();
    showNotice(error.message, true);
    showWhetherPossible();
  });
  connect(&m_creditor, &Creditor::outdated, this,
          [this](const Error &error) { showNotice(error.message, false); });
  connect(&m_creditor, &Creditor::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_creditor, &Creditor::done, this, [this] {
    Q_EMIT credited(tr("Credit note issued for %1").arg(m_sheet.invoice.number));
    accept();
  });
}

void CreditDialog::edited() {
  showNotice({}, false);
  m_refusal.clear();
  const auto amount = Money::parseMajor(m_amount->value(), m_sheet.invoice.currency);
  if (amount && amount->minor() != 0) {
    m_progress->setBusy();
    m_creditor.preview(amount->minor());
  } else {
    m_progress->setIdle();
    m_creditor.forget();
    clearPreview();
    if (!amount && !m_amount->value().isEmpty())
      m_refusal = tr("The amount cannot be read");
  }
  showWhetherPossible();
}

void CreditDialog::addFact(const QString &what, std::int64_t amount, bool isSum) {
  const auto text = formatMoney({amount, m_sheet.invoice.currency}, locale());
  auto *row = new FactRow(what, text);
  if (isSum)
    row->setStrong();
  m_preview->body()->addWidget(row);
  m_said += what + u' ' + text;
}

void CreditDialog::showPreview() {
  const auto &sheet = *m_creditor.shown();
  clearPreview();
  for (const auto &line : sheet.lines) {
    const auto text = lineText(line, sheet, locale());
    addFact(text.how.isEmpty() ? text.what : u"%1, %2"_s.arg(text.what, text.how), line.amount);
  }
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Credited"), sheet.invoice.total, true);
  addFact(tr("Less to pay of %1").arg(m_sheet.invoice.number), sheet.note->lowersInvoices());
  addFact(tr("To the balance"), sheet.note->toBalance);
  m_preview->show();
  adjustSize();
}

void CreditDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
  adjustSize();
}

void CreditDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void CreditDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString CreditDialog::obstacle() const {
  if (m_creditor.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (m_amount->value().isEmpty())
    return tr("No amount is given");
  if (m_reason->text().trimmed().isEmpty())
    return tr("No reason is given");
  return m_creditor.shown() ? QString() : tr("What it comes to is not known yet");
}

QString CreditDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
