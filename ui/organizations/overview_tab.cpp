// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/overview_tab.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/usage_tab.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype invoicesShown = 5;

void addFact(Card *card, const QString &key, const QString &value) {
  if (!value.isEmpty())
    card->body()->addWidget(new FactRow(key, value));
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : TabPage(tr("Overview"), parent), m_organization(makeSnugCard(tr("Organization"))),
      m_subscription(makeSnugCard(tr("Subscription"))), m_usage(makeSnugCard(tr("Usage"))),
      m_invoices(makeSnugCard(tr("Last invoices"))) {
  auto *columns = new QHBoxLayout;
  columns->setSpacing(space::x3);
  auto *left = new QVBoxLayout, *right = new QVBoxLayout;
  for (auto *half : {left, right}) {
    half->setSpacing(space::x3);
    columns->addLayout(half, 1);
  }
  left->addWidget(m_organization);
  left->addWidget(m_invoices);
  left->addStretch();
  right->addWidget(m_subscription);
  right->addWidget(m_usage);
  right->addStretch();
  for (auto *card : {m_organization, m_subscription, m_invoices})
    card->body()->setSpacing(0);
  m_usage->body()->setSpacing(space::x1);
  column()->addLayout(columns);
  column()->addStretch();
}

void OverviewTab::show(const models::OrganizationFacts &facts) {
  showOrganization(facts);
  showSubscription(facts);
  showUsage(facts);
  showInvoices(facts);
}

void OverviewTab::showOrganization(const models::OrganizationFacts &facts) {
  const auto &organization = facts.organization;
  clearLayout(m_organization->body());
  m_organization->setFact(organization.customerNumber);
  addFact(m_organization, tr("E-mail"), organization.email);
  addFact(m_organization, tr("Web"), organization.url);
  addFact(m_organization, tr("Country"), organization.addressCountry);
  addFact(m_organization, tr("VAT id"), organization.vatId);
  addFact(m_organization, tr("Industry"), organization.industry);
  addFact(m_organization, tr("Time zone"), organization.zone.id());
  addFact(m_organization, tr("Currency"), organization.currency.code());
  for (const auto &[currency, amount] : facts.balance)
    addFact(m_organization, tr("Balance in their favour"),
            formatMoney({amount, currency}, locale()));
}

void OverviewTab::showSubscription(const models::OrganizationFacts &facts) {
  clearLayout(m_subscription->body());
  addSubscriptionFacts(m_subscription, facts, locale());
}

void OverviewTab::showUsage(const models::OrganizationFacts &facts) {
  clearLayout(m_usage->body());
  m_usage->setFact(tr("this period"));
  addUsageBars(m_usage, facts, locale());
}

void OverviewTab::showInvoices(const models::OrganizationFacts &facts) {
  clearLayout(m_invoices->body());
  m_invoices->setFact(formatNumber(qint64(facts.invoices.size()), locale()));
  const auto shown = std::min(qsizetype(facts.invoices.size()), invoicesShown);
  for (qsizetype i = 0; i < shown; ++i) {
    const auto &invoice = facts.invoices[std::size_t(i)];
    addFact(m_invoices, invoice.number.isEmpty() ? tr("Draft") : invoice.number,
            formatMoney({invoice.total, invoice.currency}, locale()));
  }
  if (shown == 0)
    m_invoices->body()->addWidget(new Label(tr("None yet."), TextStyle::Body, Tone::Muted));
}

} // namespace tenantry::ui
