// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/assign_dialog.h"
#include "ui/billing/line_row.h"
#include "ui/forms/money_editor.h"
#include "ui/matching/bank_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int assignWidth = 560, mostOffers = 4, amountWidth = 220, leastHeight = 420;
}

AssignDialog::AssignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
                           QWidget *window)
    : SnugDialog(window), m_sheet(sheet), m_assigner(connection, sheet.kept),
      m_search(new SearchField(tr("Invoice number or organization"))),
      m_offers(makeSnugCard(tr("It may mean"))), m_choices(makeSnugCard(tr("It pays"))),
      m_preview(makeFactCard(tr("What it comes to"))),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Assign"), ButtonVariant::Primary)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Assign"));
  setFixedWidth(assignWidth);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  const auto &entry = sheet.kept.entry;
  auto *title =
      new Label(tr("Assign %1 from %2").arg(formatMoney(entry.amount, locale()), payerOf(entry)),
                TextStyle::Title);
  auto *text =
      new Label(QString(entry.remittance).replace(u'\n', u' '), TextStyle::Body, Tone::Text2);
  for (auto *label : {title, text, m_notice})
    label->setWordWrap(true);
  layout->addWidget(title);
  layout->addWidget(text);
  text->setVisible(!text->text().isEmpty());
  layout->addWidget(m_search);
  for (auto *card : {m_offers, m_choices, m_preview})
    layout->addWidget(card);
  layout->addWidget(m_notice);
  layout->addStretch();
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  setMinimumHeight(leastHeight);
  m_notice->hide();
  m_preview->hide();
  connectAssigner();
  offerProposals();
  showChoices();
}

QString AssignDialog::money(std::int64_t minor) const {
  return formatMoney({minor, m_sheet.kept.entry.amount.currency()}, locale());
}

QWidget *AssignDialog::makeFoot() {
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
  connect(m_confirm, &QPushButton::clicked, &m_assigner, &models::BankAssigner::confirm);
  return foot;
}

void AssignDialog::connectAssigner() {
  using Assigner = models::BankAssigner;
  connect(m_search, &SearchField::searchChanged, &m_assigner, &Assigner::search);
  connect(&m_assigner, &Assigner::found, this, &AssignDialog::offerFound);
  connect(&m_assigner, &Assigner::choicesChanged, this, &AssignDialog::showChoices,
          Qt::QueuedConnection); // the row that asks for it goes
  connect(&m_assigner, &Assigner::previewed, this, [this] {
    m_refusal.clear();
    showPreview();
    showWhetherPossible();
  });
  connect(&m_assigner, &Assigner::refused, this, [this](const Error &error) {
    m_refusal = said(error);
    clearPreview();
    showNotice(said(error), true);
    showWhetherPossible();
  });
  connect(&m_assigner, &Assigner::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_assigner, &Assigner::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_assigner, &Assigner::done, this, [this] {
    Q_EMIT assigned(
        tr("%1 assigned to %2")
            .arg(money(m_sheet.kept.entry.amount.minor()), m_assigner.organizationName()));
    accept();
  });
}

void AssignDialog::addOffer(const payments::NamedInvoice &invoice, const QString &how) {
  auto *row = new LineRow({u"%1, %2"_s.arg(invoice.number, invoice.organizationName), how},
                          formatMoney(invoice.due, locale()), true);
  row->setToolTip(tr("Let it pay %1").arg(invoice.number));
  connect(row, &LineRow::clicked, this, [this, invoice] { m_assigner.choose(invoice); });
  m_offers->body()->addWidget(row);
}

void AssignDialog::offerProposals() {
  clearLayout(m_offers->body());
  m_offers->body()->setSpacing(2);
  m_offers->setTitle(tr("It may mean"));
  for (const auto &proposal : m_sheet.proposals)
    if (m_offers->body()->count() < mostOffers)
      addOffer(proposal.invoice, hintsText(proposal.hints));
  if (m_sheet.proposals.empty()) {
    auto *none = new Label(tr("Nothing points to an invoice. Look for one by its number, or for "
                              "an organization by its name."),
                           TextStyle::Body, Tone::Muted);
    none->setWordWrap(true);
    m_offers->body()->addWidget(none);
  }
}

void AssignDialog::offerFound(const payments::Candidates &candidates) {
  if (m_search->text().trimmed().isEmpty())
    return offerProposals();
  clearLayout(m_offers->body());
  m_offers->setTitle(tr("Found"));
  for (const auto &invoice : candidates.invoices)
    if (m_offers->body()->count() < mostOffers)
      addOffer(invoice, tr("open"));
  for (const auto &organization : candidates.organizations) {
    if (m_offers->body()->count() >= mostOffers + 1)
      break;
    auto *row =
        new LineRow({organization.name, tr("to its balance, which pays what is open")}, {}, true);
    row->setToolTip(tr("Give it to the balance of %1").arg(organization.name));
    connect(row, &LineRow::clicked, this,
            [this, organization] { m_assigner.chooseBalance(organization); });
    m_offers->body()->addWidget(row);
  }
  if (candidates.invoices.empty() && candidates.organizations.empty())
    m_offers->body()->addWidget(
        new Label(tr("Nothing matches “%1”").arg(m_search->text()), TextStyle::Body, Tone::Muted));
}

QList<QWidget *> AssignDialog::offers() const {
  QList<QWidget *> rows;
  for (int i = 0; i < m_offers->body()->count(); ++i)
    if (auto *row = qobject_cast<LineRow *>(m_offers->body()->itemAt(i)->widget()))
      rows += row;
  return rows;
}

void AssignDialog::showChoices() {
  clearLayout(m_choices->body());
  clearPreview();
  m_amounts.clear();
  m_refusal.clear();
  showNotice({}, false);
  m_choices->setVisible(!m_assigner.organizationName().isEmpty());
  m_choices->setFact(m_assigner.organizationName());
  for (std::size_t i = 0; i < m_assigner.choices().size(); ++i) {
    const auto &choice = m_assigner.choices()[i];
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::x2);
    auto *name = new Label(tr("%1, %2 due").arg(choice.number, formatMoney(choice.due, locale())));
    auto *amount = new MoneyEditor(choice.due.currency().code());
    amount->setValue(Money(choice.amount, choice.due.currency()).majorString());
    amount->input()->setFixedWidth(amountWidth);
    amount->input()->setAccessibleName(tr("Amount for %1").arg(choice.number));
    auto *remove =
        makeIconButton(u"x"_s, tr("Leave %1 out").arg(choice.number), ButtonVariant::Ghost);
    remove->setAutoDefault(false);
    row->addWidget(name, 1);
    row->addWidget(amount->input());
    row->addWidget(remove);
    m_choices->body()->addWidget(line);
    m_amounts += amount;
    connect(amount, &MoneyEditor::edited, this, [this, i] { takeAmount(i); });
    connect(remove, &QPushButton::clicked, this, [this, i] { m_assigner.remove(i); });
  }
  if (m_assigner.choices().empty())
    m_choices->body()->addWidget(
        new Label(tr("All of it goes to the balance."), TextStyle::Body, Tone::Text2));
  showWhetherPossible();
}

void AssignDialog::takeAmount(std::size_t choice) {
  showNotice({}, false);
  m_refusal.clear();
  const auto typed = m_amounts[qsizetype(choice)]->value();
  const auto amount = Money::parseMajor(typed, m_sheet.kept.entry.amount.currency());
  if (!amount && !typed.isEmpty())
    m_refusal = tr("The amount cannot be read");
  m_assigner.setAmount(choice, amount ? amount->minor() : 0);
  clearPreview();
  showWhetherPossible();
}

void AssignDialog::addFact(const QString &what, const QString &value, bool isSum) {
  auto *row = new FactRow(what, value);
  row->setKeyWraps();
  if (isSum)
    row->setStrong();
  m_preview->body()->addWidget(row);
  m_said += what + u' ' + value;
}

void AssignDialog::showPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  const auto &picture = *m_assigner.shown();
  bool isCharging = false;
  for (const auto &part : picture.parts) {
    isCharging |= part.isCharging;
    if (part.recovers > 0)
      addFact(part.number, tr("recovers %1").arg(money(part.recovers)));
    else if (!part.number.isEmpty())
      addFact(part.number,
              part.dueAfter() == 0 ? tr("paid") : tr("%1 still due").arg(money(part.dueAfter())));
  }
  for (const auto &use : picture.uses)
    addFact(tr("The balance pays %1").arg(use.number), formatMoney(use.amount, locale()));
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Balance before"), money(picture.balanceBefore));
  addFact(tr("Balance after"), money(picture.balanceAfter), true);
  m_preview->show();
  if (isCharging)
    showNotice(tr("A provider is being asked for this money just now: if it succeeds, that goes "
                  "to the balance."),
               false);
}

void AssignDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
}

void AssignDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void AssignDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString AssignDialog::obstacle() const {
  if (m_assigner.isBusy())
    return tr("It is being done");
  if (m_assigner.organizationName().isEmpty())
    return tr("Nothing is chosen that it pays");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (m_assigner.rest() < 0)
    return tr("The parts are %1 more than what came in").arg(money(-m_assigner.rest()));
  for (const auto &choice : m_assigner.choices())
    if (choice.amount <= 0)
      return tr("No amount is given for %1").arg(choice.number);
  return m_assigner.shown() ? QString() : tr("The result is not known yet");
}

QString AssignDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
