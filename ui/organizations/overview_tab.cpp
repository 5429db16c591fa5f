// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/overview_tab.h"
#include "services/core/postal_address.h"
#include "ui/forms/common_choices.h"
#include "ui/organizations/refill.h"
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
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_fact.h"
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
  row->setWraps();
  row->setContentsMargins(LinkFact::outset, 0, LinkFact::outset, 0);
  card->body()->addWidget(row);
}

QWidget *makeEntry(const organizations::TimelineEntry &entry,
                   const models::OrganizationFacts &facts, const QLocale &locale) {
  const auto text = timelineText(entry, facts.names, locale);
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
  auto *how = new ElidedLabel(TextStyle::Meta, Tone::Muted); // a reason may be long
  how->setText(text.amount.isEmpty() ? who : u"%1 · %2"_s.arg(text.amount, who));
  texts->addWidget(how);
  for (auto *line : {what, how}) // as wide as there is room: neither is cut where the other ends
    line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
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
  left->addWidget(m_usage);
  left->addStretch();
  right->addWidget(m_subscription);
  right->addWidget(m_timeline); // which is the longest: beside the others it begins high enough
  right->addStretch();
  for (auto *card : {m_organization, m_subscription, m_invoices})
    card->body()->setSpacing(0);
  for (auto *card : {m_organization, m_invoices, m_usage})
    card->setBodyOutset(LinkFact::outset);
  m_usage->body()->setSpacing(space::x1);
  m_timeline->body()->setSpacing(space::x3);
  column()->addLayout(m_columns);
  column()->addStretch();
}

void OverviewTab::resizeEvent(QResizeEvent *event) {
  TabPage::resizeEvent(event);
  arrange();
}

/// Two columns of cards where there is room for what stands in them, which is longer in some
/// languages than in others; else one.
void OverviewTab::arrange() {
  int wanted = 2 * space::x4 + space::x3;
  for (int half = 0; half < m_columns->count(); ++half)
    wanted += m_columns->itemAt(half)->minimumSize().width();
  m_columns->setDirection(width() < std::max(narrow, wanted) ? QBoxLayout::TopToBottom
                                                             : QBoxLayout::LeftToRight);
}

void OverviewTab::addLink(Card *card, const QString &key, const QString &value, const Place &place,
                          const QString &formula, const QString &asOf) {
  auto *link = new LinkFact(key, value);
  if (!formula.isEmpty())
    explainFigure(link, formula, asOf);
  connect(link, &QAbstractButton::clicked, this, [this, place] { Q_EMIT placeRequested(place); });
  card->body()->addWidget(link);
}

void OverviewTab::show(const models::OrganizationFacts &facts) {
  refillLinks(m_organization, [&] { showOrganization(facts); });
  showSubscription(facts);
  refillLinks(m_usage, [&] { showUsage(facts); });
  refillLinks(m_invoices, [&] { showInvoices(facts); });
  showTimeline(facts);
  arrange();
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
  addFact(m_organization, tr("Country"), countryWithCode(organization.addressCountry, locale()));
  addFact(m_organization, tr("VAT id"), organization.vatId);
  addFact(m_organization, tr("Industry"), organization.industry);
  addFact(m_organization, tr("Time zone"), organization.zone.id());
  addFact(m_organization, tr("Currency"), organization.currency.code());
  Place journal{Place::Kind::Ledger, {}, u"journal"_s, {}, u"customer_balance"_s};
  journal.organization = organization.id.toString();
  for (const auto &[currency, amount] : facts.balance)
    addLink(
        m_organization, tr("Balance in their favour"), formatMoney({amount, currency}, locale()),
        journal,
        tr("What was credited or overpaid, less what invoices used of it or what was given back."),
        formatAsOf(facts.readAt, organization.zone, locale()));
}

void OverviewTab::showSubscription(const models::OrganizationFacts &facts) {
  clearLayout(m_subscription->body());
  addSubscriptionFacts(m_subscription, facts, locale());
}

void OverviewTab::showUsage(const models::OrganizationFacts &facts) {
  clearLayout(m_usage->body());
  addUsageBars(m_usage, facts, locale(),
               [this](const Place &place) { Q_EMIT placeRequested(place); });
}

void OverviewTab::showInvoices(const models::OrganizationFacts &facts) {
  clearLayout(m_invoices->body());
  const auto whose = facts.organization.id.toString();
  const auto shown = std::min(qsizetype(facts.invoices.size()), invoicesShown);
  for (qsizetype i = 0; i < shown; ++i) {
    const auto &invoice = facts.invoices[std::size_t(i)];
    const bool isDraft = invoice.number.isEmpty();
    addLink(m_invoices, isDraft ? tr("Draft") : invoice.number,
            formatMoney({invoice.total, invoice.currency}, locale()),
            isDraft
                ? Place{Place::Kind::Invoices, u"%1/%2"_s.arg(whose, invoice.id.toString()), {}, {}}
                : Place{Place::Kind::Invoice, invoice.number, {}, {}},
            tr("Its total, taxes included."),
            formatAsOf(facts.readAt, facts.organization.zone, locale()));
  }
  if (shown == 0) {
    auto *none = new Label(tr("None yet."), TextStyle::Body, Tone::Muted);
    none->setContentsMargins(LinkFact::outset, 0, LinkFact::outset, 0);
    m_invoices->body()->addWidget(none);
    return;
  }
  Place all{Place::Kind::Invoices, {}, {}, {}};
  all.organization = whose;
  addLink(m_invoices, tr("All invoices"), formatNumber(qint64(facts.invoices.size()), locale()),
          all, tr("Drafts and invoices of every status, without credit notes."),
          formatAsOf(facts.readAt, facts.organization.zone, locale()));
}

void OverviewTab::showTimeline(const models::OrganizationFacts &facts) {
  clearLayout(m_timeline->body());
  for (const auto &entry : facts.timeline)
    m_timeline->body()->addWidget(makeEntry(entry, facts, locale()));
  m_timeline->setVisible(!facts.timeline.empty());
}

} // namespace tenantry::ui
