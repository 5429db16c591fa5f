// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/transaction_inspector.h"
#include "ui/ledger/ledger_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/inspector_head.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int transactionWidth = 320;
} // namespace

Place placeOf(const billing::JournalRow &row) {
  switch (row.documentKind) {
  case billing::JournalDocument::Invoice:
    return {Place::Kind::Invoice, row.document, {}, {}};
  case billing::JournalDocument::CreditNote:
    return {Place::Kind::CreditNote, row.document, {}, {}};
  case billing::JournalDocument::None:
    break;
  }
  return {Place::Kind::Organization, row.id.organization.toString(), {}, {}};
}

TransactionInspector::TransactionInspector(Zone zone, QWidget *parent)
    : Surface(Kind::Subtle, parent), m_zone(std::move(zone)), m_head(new InspectorHead),
      m_entries(makeSnugCard(tr("Entries"))), m_facts(makeSnugCard(tr("Transaction"))),
      m_document(makeButton(tr("Open document"), ButtonVariant::Secondary)),
      m_state(new EmptyState), m_pages(new QStackedLayout(this)) {
  setFixedWidth(transactionWidth);
  m_pages->addWidget(makeSheet());
  m_pages->addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &TransactionInspector::retryRequested);
  for (auto *card : {m_entries, m_facts})
    card->body()->setSpacing(0);
  showNothing();
}

QWidget *TransactionInspector::makeSheet() {
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  column->addWidget(m_entries);
  column->addWidget(m_facts);
  auto *organization = makeButton(tr("Open organization"), ButtonVariant::Secondary);
  auto *others = makeButton(tr("Its entries"), ButtonVariant::Secondary);
  connect(m_document, &QPushButton::clicked, this,
          [this] { Q_EMIT placeRequested(placeOf(m_row)); });
  connect(organization, &QPushButton::clicked, this, [this] {
    Q_EMIT placeRequested({Place::Kind::Organization, m_row.id.organization.toString(), {}, {}});
  });
  connect(others, &QPushButton::clicked, this,
          [this] { Q_EMIT organizationRequested(m_row.id.organization); });
  column->addWidget(m_document, 0, Qt::AlignLeft);
  auto *links = new QHBoxLayout;
  links->setSpacing(space::x2);
  links->addWidget(organization);
  links->addWidget(others);
  links->addStretch();
  column->addLayout(links);
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Transaction"));
  scroll->setWidget(content);
  return scroll;
}

void TransactionInspector::addFact(Card *card, const QString &what, const QString &value) {
  auto *row = new FactRow(what);
  row->setWraps();
  row->setValue(value);
  card->body()->addWidget(row);
}

void TransactionInspector::show(const billing::JournalTransaction &transaction,
                                std::int64_t chosen) {
  m_row = transaction.entries.front();
  m_head->set(m_row.organizationName, causeWord(m_row.cause));
  m_head->setStatus(m_row.amount.currency().code(), Tone::Neutral);
  clearLayout(m_entries->body());
  std::int64_t debit = 0;
  for (const auto &entry : transaction.entries) {
    const bool isDebit = entry.amount.minor() > 0;
    const Money amount(std::abs(entry.amount.minor()), entry.amount.currency());
    auto *row = new FactRow(accountWord(entry.account),
                            isDebit ? tr("debit %1").arg(formatMoney(amount, locale()))
                                    : tr("credit %1").arg(formatMoney(amount, locale())));
    if (entry.id.entry == chosen)
      row->setStrong();
    row->setToolTip(accountMeaning(entry.account));
    m_entries->body()->addWidget(row);
    debit += isDebit ? entry.amount.minor() : 0;
  }
  m_entries->body()->addWidget(new Separator);
  addFact(m_entries, tr("Debits = credits"),
          formatMoney({debit, m_row.amount.currency()}, locale()));
  clearLayout(m_facts->body());
  m_facts->setFact(m_zone.id());
  addFact(m_facts, tr("Booked for"), formatDay(m_row.day, locale()));
  addFact(m_facts, tr("Written"), formatInstant(transaction.bookedAt, m_zone, locale()));
  if (!m_row.document.isEmpty())
    addFact(m_facts, tr("Document"), m_row.documents().join(u", "_s));
  if (!m_row.reference.isEmpty())
    addFact(m_facts, tr("Reference"), m_row.reference);
  m_facts->setToolTip(m_row.id.transaction.toString(QUuid::WithoutBraces)); // as exports have it
  m_document->setVisible(!m_row.document.isEmpty());
  m_document->setText(tr("Open %1").arg(m_row.document));
  m_pages->setCurrentIndex(0);
}

void TransactionInspector::showLoading() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void TransactionInspector::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("No entry chosen"),
                        tr("Choose one to see the transaction that it belongs to."),
                        {},
                        u"book"_s});
  m_pages->setCurrentWidget(m_state);
}

void TransactionInspector::showError(const Error &error) {
  m_state->showMessage(EmptyState::Kind::Error, {tr("This transaction could not be loaded"),
                                                 saidWithReference(error), tr("Try again")});
  m_pages->setCurrentWidget(m_state);
}

} // namespace tenantry::ui
