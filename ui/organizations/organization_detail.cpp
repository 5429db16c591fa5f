// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organization_detail.h"
#include "models/organizations/mrr_amount.h"
#include "services/core/country.h"
#include "ui/charts/chart_data.h"
#include "ui/forms/common_choices.h"
#include "ui/lists/reading_notice.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/members_tab.h"
#include "ui/organizations/overview_tab.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/timeline_page.h"
#include "ui/organizations/usage_tab.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_figure.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int avatarSide = 40, headHeight = 72, figuresHeight = 80;
const QStringList tabKeys{QString(),  u"members"_s,  u"subscription"_s,
                          u"usage"_s, u"invoices"_s, u"timeline"_s};

QVBoxLayout *makeColumn(QWidget *widget) {
  auto *layout = new QVBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  return layout;
}

QString relativeDays(LocalDay day, LocalDay today) {
  const auto days = int((day - today).count());
  if (days == 0)
    return OrganizationDetail::tr("today");
  if (days == 1)
    return OrganizationDetail::tr("tomorrow");
  return days > 0 ? OrganizationDetail::tr("in %n day(s)", nullptr, days)
                  : OrganizationDetail::tr("%n day(s) over", nullptr, -days);
}

} // namespace

OrganizationDetail::OrganizationDetail(models::Connection &connection, models::RunningWork &work,
                                       QWidget *parent)
    : Surface(Kind::Canvas, parent), m_record(connection),
      m_avatar(new Avatar({}, avatarSide, AvatarShape::Square)),
      m_name(new ElidedLabel(TextStyle::Title)),
      m_secondLine(new ElidedLabel(TextStyle::Meta, Tone::Muted)), m_status(new Badge),
      m_plan(new Badge), m_mrr(new LinkFigure(tr("MRR"), KeyFigure::Size::Small)),
      m_seats(new LinkFigure(tr("Seats"), KeyFigure::Size::Small)),
      m_renewal(new LinkFigure(tr("Renewal"), KeyFigure::Size::Small)),
      m_due(new LinkFigure(tr("Amount due"), KeyFigure::Size::Small)),
      m_tabPages(new QStackedWidget), m_tabs(new TabStrip(tr("Parts of the record"), m_tabPages)),
      m_overview(new OverviewTab), m_members(new MembersTab(connection, work, this)),
      m_subscription(new SubscriptionTab(connection)), m_usage(new UsageTab),
      m_invoices(new InvoicesTab(connection, work)),
      m_timeline(new TimelinePage(connection, work, u"timeline"_s, this)), m_state(new EmptyState),
      m_nothing(new QWidget), m_pages(new QStackedWidget) {
  auto *column = makeColumn(this);
  auto *notice = new ReadingNotice(m_record.reading(), this);
  column->addWidget(notice);
  column->addWidget(m_pages);
  connect(notice, &ReadingNotice::againRequested, &m_record, &models::OrganizationRecord::reload);
  m_pages->addWidget(makeRecord());
  m_pages->addWidget(m_state);
  m_pages->addWidget(m_nothing);
  connect(m_invoices->page(), &ListPage::placeRequested, this, &OrganizationDetail::placeRequested);
  connect(m_invoices->page(), &ListPage::settled, this, &OrganizationDetail::settled);
  connect(m_invoices, &InvoicesTab::charged, &m_record, &models::OrganizationRecord::reload);
  connect(&m_record, &models::OrganizationRecord::changed, this, &OrganizationDetail::showFacts);
  connect(&m_record, &models::OrganizationRecord::failed, this, [this](const Error &error) {
    if (m_record.facts()) // readable still: the window says that the connection is lost
      return Q_EMIT settled();
    if (m_record.reading().isStopped())
      m_state->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
    else
      m_state->showMessage(EmptyState::Kind::Error, {tr("This organization could not be loaded"),
                                                     saidWithReference(error), tr("Try again")});
    m_pages->setCurrentWidget(m_state);
    Q_EMIT settled();
  });
  connect(m_overview, &OverviewTab::placeRequested, this, &OrganizationDetail::placeRequested);
  connect(m_usage, &UsageTab::placeRequested, this, &OrganizationDetail::placeRequested);
  connect(m_members, &MembersTab::settled, this, &OrganizationDetail::settled);
  connect(m_timeline, &TimelinePage::settled, this, &OrganizationDetail::settled);
  connect(m_timeline, &TimelinePage::placeRequested, this, &OrganizationDetail::placeRequested);
  connect(m_state, &EmptyState::actionTriggered, this, [this] {
    m_record.reload();
    m_state->showLoading();
  });
  connectFigures();
  showFacts();
}

QWidget *OrganizationDetail::makeRecord() {
  auto *record = new QWidget;
  auto *layout = makeColumn(record);
  layout->addWidget(makeHead());
  layout->addWidget(new Separator);
  layout->addWidget(makeFigures());
  layout->addWidget(new Separator);
  addTabs();
  auto *tabs = new QHBoxLayout;
  tabs->setContentsMargins(space::x2, 0, space::x2, 0); // so that texts stand below the avatar
  tabs->addWidget(m_tabs);
  layout->addLayout(tabs);
  layout->addWidget(new Separator);
  layout->addWidget(m_tabPages, 1);
  return record;
}

QWidget *OrganizationDetail::makeHead() {
  auto *head = new QWidget;
  head->setFixedHeight(headHeight);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->setSpacing(space::x3);
  row->addWidget(m_avatar);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(2);
  texts->addStretch();
  for (auto **line : {&m_firstLine, &m_belowName}) {
    *line = new QHBoxLayout;
    (*line)->setSpacing(space::x2);
    texts->addLayout(*line);
  }
  for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_status, m_plan})
    m_firstLine->addWidget(part);
  m_belowName->addWidget(m_secondLine);
  for (auto *line : {m_firstLine, m_belowName})
    line->addStretch();
  texts->addStretch();
  row->addLayout(texts, 1);
  m_head = row;
  return head;
}

QWidget *OrganizationDetail::makeFigures() {
  auto *figures = new QWidget;
  figures->setFixedHeight(figuresHeight);
  auto *row = new QHBoxLayout(figures);
  // A figure's own ground reaches over its text, which stands below the avatar.
  row->setContentsMargins(space::x5 - space::x3, 0, space::x4 - space::x3, 0);
  row->setSpacing(space::x4 - space::x3);
  const std::initializer_list<LinkFigure *> all{m_mrr, m_seats, m_renewal, m_due};
  for (auto *figure : all) {
    if (figure != *all.begin()) {
      auto *line = new Separator(Qt::Vertical);
      line->setFixedHeight(figuresHeight - 2 * space::x4);
      row->addWidget(line);
    }
    row->addWidget(figure, 1, Qt::AlignVCenter);
  }
  return figures;
}

void OrganizationDetail::connectFigures() {
  for (auto *figure : {m_mrr, m_seats, m_renewal})
    connect(figure, &QAbstractButton::clicked, this, [this] {
      m_tabs->setCurrentIndex(int(tabKeys.indexOf(u"subscription"_s)));
      m_tabs->setFocus(Qt::OtherFocusReason);
    });
  connect(m_due, &QAbstractButton::clicked, this, [this] {
    Place open{Place::Kind::Invoices, {}, {}, {}};
    open.filter = u"open"_s;
    open.organization = id().toString();
    Q_EMIT placeRequested(open);
  });
}

void OrganizationDetail::addTabs() {
  const std::pair<QString, QWidget *> tabs[] = {
      {tr("Overview"), m_overview},         {tr("Members"), m_members},
      {tr("Subscription"), m_subscription}, {tr("Usage"), m_usage},
      {tr("Invoices"), m_invoices},         {tr("Timeline"), m_timeline}};
  for (const auto &[name, page] : tabs)
    m_tabs->addPart(name, page);
  connect(m_tabs, &QTabBar::currentChanged, this, &OrganizationDetail::tabChanged);
  connect(m_tabs, &QTabBar::currentChanged, &m_record,
          [this] { m_record.setNeedsUpgrade(tab() == u"usage"_s); });
}

void OrganizationDetail::addAction(QWidget *button) { m_head->addWidget(button); }

QString OrganizationDetail::name() const {
  const auto *facts = m_record.facts();
  return facts ? facts->organization.name : QString();
}

QString OrganizationDetail::tab() const { return tabKeys.value(m_tabs->currentIndex()); }

void OrganizationDetail::show(const OrganizationId &id, const QString &tab, const QString &member) {
  if (const auto wanted = tabKeys.indexOf(tab); wanted >= 0)
    m_tabs->setCurrentIndex(int(wanted));
  if (!member.isEmpty())
    m_members->choose(id, MemberId::fromString(member));
  m_record.show(id);
}

QString OrganizationDetail::lastInvoice() const {
  if (const auto *facts = m_record.facts())
    for (const auto &invoice : facts->invoices)
      if (!invoice.number.isEmpty())
        return invoice.number;
  return {};
}

bool OrganizationDetail::isSettled() const {
  return !m_record.isFetching() && m_members->isSettled() && m_timeline->isSettled() &&
         m_invoices->page()->isSettled();
}

void OrganizationDetail::reload() {
  m_record.reload();
  if (m_members->isVisible())
    m_members->list().refresh();
}

bool OrganizationDetail::stop() { return m_record.stop(); }

bool OrganizationDetail::stepBack() {
  for (auto *page : {static_cast<ListPage *>(m_members), static_cast<ListPage *>(m_timeline),
                     static_cast<ListPage *>(m_invoices->page())})
    if (page->isVisible())
      return isAncestorOf(focusWidget()) ? page->stepWithin() : page->records()->list().stop();
  return false;
}

void OrganizationDetail::takeFocus() { m_tabs->setFocus(Qt::ShortcutFocusReason); }

/// Where no row is, none can be chosen: the list says what to do.
void OrganizationDetail::setWaiting(bool isWaiting) {
  if (std::exchange(m_isWaiting, isWaiting) != isWaiting && m_record.id().isNull())
    showFacts();
}

void OrganizationDetail::showFacts() {
  const auto *facts = m_record.facts();
  if (!facts) {
    if (m_record.id().isNull() && !m_isWaiting)
      return m_pages->setCurrentWidget(m_nothing);
    if (m_record.id().isNull())
      m_state->showMessage(EmptyState::Kind::Empty,
                           {tr("No organization chosen"),
                            tr("Choose one in the list: J and K move, Enter goes to its record."),
                            {},
                            u"building"_s});
    else
      m_state->showLoading();
    m_pages->setCurrentWidget(m_state);
    return;
  }
  showHead(*facts);
  showFigures(*facts);
  m_overview->show(*facts);
  m_members->show(*facts);
  m_subscription->show(*facts);
  m_usage->show(*facts);
  m_invoices->show(*facts);
  m_timeline->show(facts->organization.id, facts->organization.zone);
  m_pages->setCurrentIndex(0);
  Q_EMIT settled();
}

void OrganizationDetail::showHead(const models::OrganizationFacts &facts) {
  const auto &organization = facts.organization;
  m_avatar->setName(organization.name);
  m_name->setText(organization.name);
  const auto subscription =
      facts.subscription ? subscriptions::toString(facts.subscription->status) : QString();
  const auto look = statusLook(organization.status, subscription);
  m_status->set(look.text, look.tone, look.isState ? BadgeKind::State : BadgeKind::Class);
  if (facts.subscription)
    m_plan->set(facts.planName, planTone(facts.subscription->planId));
  fitHead();
  const auto domain = withoutScheme(organization.url).section(u'/', 0, 0);
  QStringList parts;
  for (const auto &part :
       {domain.isEmpty() ? organization.email : domain,
        organization.addressLocality.isEmpty() ? countryName(organization.addressCountry, locale())
                                               : organization.addressLocality})
    if (!part.isEmpty())
      parts.append(part);
  const auto since = organization.zone.dayOf(organization.createdAt);
  parts.append(tr("customer since %1").arg(monthLabel(since, locale()).text));
  m_secondLine->setText(parts.join(u"  ·  "_s));
}

/// The name is whole: the plan, which stands below the seats as well, gives way to it, and then the
/// status, which stands below it.
void OrganizationDetail::fitHead() {
  const auto *facts = m_record.facts();
  int room = width() - space::x5 - space::x4;
  for (int i = 0; i < m_head->count(); ++i)
    if (const auto *part = m_head->itemAt(i)->widget(); part && !part->isHidden())
      room -= part->sizeHint().width() + m_head->spacing();
  const int wanted = m_name->sizeHint().width() + space::x2 + m_status->sizeHint().width();
  m_plan->setVisible(facts && facts->subscription &&
                     wanted + space::x2 + m_plan->sizeHint().width() <= room);
  auto *line = wanted <= room ? m_firstLine : m_belowName;
  if (line->indexOf(m_status) >= 0)
    return;
  (wanted <= room ? m_belowName : m_firstLine)->removeWidget(m_status);
  line->insertWidget(wanted <= room ? 1 : 0, m_status);
}

void OrganizationDetail::resizeEvent(QResizeEvent *event) {
  Surface::resizeEvent(event);
  fitHead();
}

void OrganizationDetail::showFigures(const models::OrganizationFacts &facts) {
  const LocalDay today = facts.organization.zone.dayOf(facts.readAt);
  const auto asOf = formatAsOf(facts.readAt, facts.organization.zone, locale());
  m_mrr->setFormula(tr("Recurring price of the running subscription per month, after discounts."),
                    asOf);
  m_seats->setFormula(tr("Seats that the running subscription pays for."), asOf);
  m_renewal->setFormula(tr("The end of the running period, when the next one begins."), asOf);
  m_due->setFormula(tr("What is still to be paid of all open invoices."), asOf);
  const QString none(QChar(0x2013));
  const auto &subscription = facts.subscription;
  const bool isRunning = subscription && !subscriptions::hasEnded(subscription->status);
  m_mrr->setFigure(
      isRunning ? formatMoney(models::mrrAmount(subscription->mrrTwelfths, subscription->currency),
                              locale(), MinorUnits::Hidden)
                : none);
  m_mrr->setLine(isRunning ? intervalWord(subscription->interval) : tr("no subscription"));
  m_seats->setFigure(isRunning ? formatNumber(subscription->seats, locale()) : none);
  m_seats->setLine(isRunning ? facts.planName : QString());
  m_renewal->setFigure(isRunning ? formatDay(subscription->period.to, locale()) : none);
  m_renewal->setLine(!isRunning                ? QString()
                     : subscription->autoRenew ? relativeDays(subscription->period.to, today)
                                               : tr("does not renew"),
                     isRunning && !subscription->autoRenew ? Tone::Warning : Tone::Muted);
  std::map<Currency, std::int64_t> due;
  int open = 0;
  for (const auto &invoice : facts.invoices)
    if (invoice.status == billing::InvoiceStatus::Open) {
      due[invoice.currency] += invoice.amountDue();
      ++open;
    }
  QStringList amounts;
  for (const auto &[currency, amount] : due)
    amounts.append(formatMoney({amount, currency}, locale()));
  m_due->setFigure(amounts.isEmpty() ? none : amounts.join(u" + "_s));
  m_due->setLine(open > 0 ? tr("%n open invoice(s)", nullptr, open) : tr("all paid"));
}

} // namespace tenantry::ui
