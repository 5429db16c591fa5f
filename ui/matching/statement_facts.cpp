// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/statement_facts.h"
#include "ui/matching/gap_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr std::size_t mostStatements = 5;
} // namespace

StatementFacts::StatementFacts(QWidget *parent)
    : ScrollPage(tr("What is in it"), parent), m_card(makeFactCard(tr("What is in it"))) {
  auto *content = new Surface;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_card);
  column->addStretch();
  setWidget(content);
  m_card->hide();
}

void StatementFacts::show(const importing::BankReport &report) {
  clearLayout(m_card->body());
  m_said.clear();
  const auto count = report.statements.size();
  for (std::size_t i = 0; i < std::min(count, mostStatements); ++i)
    count == 1 ? showStatement(report.statements[i]) : showBriefly(report.statements[i]);
  showGaps(report);
  m_card->setVisible(count > 0);
  m_card->setFact(count > mostStatements ? tr("%n statement(s)", nullptr, int(count)) : QString());
}

void StatementFacts::addFact(const QString &what, const QString &value, bool isSum) {
  auto *row = new FactRow(what, value);
  row->setWraps();
  if (isSum)
    row->setStrong();
  m_card->body()->addWidget(row);
  m_said += what + u' ' + value;
}

void StatementFacts::showStatement(const importing::StatementReport &statement) {
  const auto number = [this](std::int64_t value) { return formatNumber(value, locale()); };
  addFact(tr("Account"), statement.account);
  if (statement.opening)
    addFact(tr("Opening balance"), formatMoney(*statement.opening, locale()));
  for (const auto &[currency, minor] : statement.received)
    addFact(tr("Came in"), formatMoney({minor, currency}, locale()));
  for (const auto &[currency, minor] : statement.sent)
    addFact(tr("Went out"), formatMoney({-minor, currency}, locale()));
  if (statement.closing)
    addFact(tr("Closing balance, as it adds up"), formatMoney(*statement.closing, locale()), true);
  addFact(tr("Entries"), number(statement.entries));
  addFact(tr("Known already"), number(statement.outcome.known));
  if (statement.pending > 0)
    addFact(tr("Not booked yet, left out"), number(statement.pending));
  addFact(tr("Pay what they name"), number(statement.outcome.matched));
  addFact(tr("Wait for somebody"), number(statement.outcome.waiting));
  if (statement.outcome.twins > 0)
    addFact(tr("Of those perhaps in another statement"), number(statement.outcome.twins));
}

void StatementFacts::showBriefly(const importing::StatementReport &statement) {
  const auto number = [this](std::int64_t value) { return formatNumber(value, locale()); };
  addFact(statement.id.isEmpty() ? statement.account
                                 : u"%1, %2"_s.arg(statement.account, statement.id),
          tr("%1 entries: %2 known, %3 pay, %4 wait")
              .arg(number(statement.entries), number(statement.outcome.known),
                   number(statement.outcome.matched), number(statement.outcome.waiting)));
}

void StatementFacts::showGaps(const importing::BankReport &report) {
  const auto text = gapsNotice(report.gaps, locale());
  if (text.isEmpty())
    return;
  auto *label = new Label(text, TextStyle::Body, Tone::Warning);
  label->setWordWrap(true);
  m_card->body()->addWidget(label);
  m_said += text;
}

} // namespace tenantry::ui
