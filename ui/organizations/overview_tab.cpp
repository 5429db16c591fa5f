// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/overview_tab.h"
#include "services/core/postal_address.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/timeline_words.h"
#include "ui/organizations/usage_tab.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_tile.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype invoicesShown = 5;
constexpr int narrow = 480;

void addFact(Card *card, const QString &key, const QString &value) {
  if (value.isEmpty())
    return;
  auto *row = new FactRow(key, value);
  row->setGivesWay();
  card->body()->addWidget(row);
}

QWidget *makeEntry(const organizations::TimelineEntry &entry,
                   const models::OrganizationFacts &facts, const QLocale &locale) {
  std::map<QString, QString> plans;
  if (facts.subscription)
    plans[facts.subscription->planId] = facts.planName;
  const auto text = timelineText(entry, plans, locale);
  auto *tile = new IconTile(IconTile::Size::Small);
  tile->set(text.icon, text.tone);
  auto *what = new ElidedLabel(TextStyle::Body);
  what->setText(text.what);
  const auto when = formatRelative(entry.at, facts.readAt, facts.organization.zone, locale);
  const auto who = OverviewTab::tr("%1, by %2").arg(when, entry.actor);
  auto *widget = new QWidget;
  auto *row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x3);
  row->addWidget(tile, 0, Qt::AlignTop);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(0);
  texts->addWidget(what);
  texts->addWidget(new Label(text.amount.isEmpty() ? who : u"%1 · %2"_s.arg(text.amount, who),
                             TextStyle::Meta, Tone::Muted));
  row->addLayout(texts, 1);
  widget->setAccessibleName(u"%1, %2"_s.arg(text.what, when));
  return widget;
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : TabPage(tr("Overview"), parent), m_organization(makeSnugCard(tr("Organization"))),
      m_subscription(makeSnugCard(tr("Subscription"))), m_usage(makeSnugCard(tr("Usage"))),
      m_invoices(makeSnugCard(tr("Last invoices"))), m_timeline(makeSnugCard(tr("Timeline"))),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)) {
  m_columns->setSpacing(space::x3);
  auto *left = new QVBoxLayout, *right = new QVBoxLayout;
  for (auto *half : {left, right}) {
    half->setSpacing(space::x3);
    m_columns->addLayout(half, 1);
  }
  left->addWidget(m_organization);
  left->addWidget(m_invoices);
  left->addWidget(m_timeline);
  left->addStretch();
  right->addWidget(m_subscription);
  right->addWidget(m_usage);
  right->addStretch();
  for (auto *card : {m_organization, m_subscription, m_invoices})
    card->body()->setSpacing(0);
  m_usage->body()->setSpacing(space::x1);
  m_timeline->body()->setSpacing(space::x3);
  column()->addLayout(m_columns);
  column()->addStretch();
}

/// Two columns of cards where there is room, else one.
void OverviewTab::resizeEvent(QResizeEvent *event) {
  TabPage::resizeEvent(event);
  m_columns->setDirection(viewport()->width() < narrow ? QBoxLayout::TopToBottom
                                                       : QBoxLayout::LeftToRight);
}

void OverviewTab::show(const models::OrganizationFacts &facts) {
  showOrganization(facts);
  showSubscription(facts);
  showUsage(facts);
  showInvoices(facts);
  showTimeline(facts);
}

void OverviewTab::showOrganization(const models::OrganizationFacts &facts) {
  const auto &organization = facts.organization;
  clearLayout(m_organization->body());
  m_organization->setFact(organization.customerNumber);
  addFact(m_organization, tr("E-mail"), organization.email);
  addFact(m_organization, tr("Web"), withoutScheme(organization.url));
  const PostalAddress address{organization.streetAddress, organization.addressLocality,
                              organization.addressRegion, organization.postalCode,
                              organization.addressCountry};
  addFact(m_organization, tr("Address"), address.lines().join(u", "_s));
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

void OverviewTab::showTimeline(const models::OrganizationFacts &facts) {
  clearLayout(m_timeline->body());
  for (const auto &entry : facts.timeline)
    m_timeline->body()->addWidget(makeEntry(entry, facts, locale()));
  m_timeline->setVisible(!facts.timeline.empty());
}

} // namespace tenantry::ui
