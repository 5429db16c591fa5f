// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/start_dialog.h"
#include "ui/forms/money_editor.h"
#include "ui/organizations/limit_fields.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestCoupon = 100;
} // namespace

StartDialog::StartDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                         QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {tr("Start a subscription for %1").arg(facts.organization.name),
                          tr("Start subscription"), u"play"_s, ButtonVariant::Primary},
                         window),
      m_terms(new PlanFields), m_trial(new QComboBox), m_coupon(new QLineEdit),
      m_price(new MoneyEditor(facts.organization.currency.code())),
      m_hasLimits(new QCheckBox(tr("Limits of its own"))), m_limits(new LimitFields),
      m_wantsTrial(!facts.subscription) {
  addOffers();
  showTrial();
  confirmation()->setDefault(false); // Enter in a field issues nothing
  confirmation()->setAutoDefault(false);
  begin(Offers::Needed);
}

void StartDialog::addOffers() {
  m_coupon->setMaxLength(longestCoupon);
  fields()->addWidget(m_terms);
  auto *row = new QHBoxLayout;
  row->setSpacing(space::x3);
  row->addWidget(new FormField(tr("Trial"), m_trial), 1);
  row->addWidget(new FormField(tr("Coupon"), m_coupon), 1);
  fields()->addLayout(row);
  auto *price = new FormField(tr("Price of its own"), m_price->input());
  price->setHint(tr("For each period, instead of the plan's fee; empty: as the plan says."));
  fields()->addWidget(price);
  fields()->addWidget(m_hasLimits);
  fields()->addWidget(m_limits);
  m_limits->hide();
  connect(m_hasLimits, &QCheckBox::toggled, this, [this](bool has) {
    m_limits->setVisible(has);
    edited();
  });
  connect(m_limits, &LimitFields::edited, this, &StartDialog::edited);
  connect(m_terms, &PlanFields::planChanged, this, &StartDialog::showLimits);
  connect(m_terms, &PlanFields::planChanged, this, &StartDialog::showTrial);
  connect(m_terms, &PlanFields::edited, this, &StartDialog::edited);
  connect(m_trial, &QComboBox::currentIndexChanged, this, [this](int index) {
    m_wantsTrial = index > 0;
    edited();
  });
  connect(m_coupon, &QLineEdit::textChanged, this, &StartDialog::edited);
  connect(m_price, &MoneyEditor::edited, this, &StartDialog::edited);
}

QLineEdit *StartDialog::price() const {
  return qobject_cast<QLineEdit *>(m_price->input()->focusProxy());
}

void StartDialog::showLimits() {
  if (const auto *offer = m_terms->offer())
    m_limits->setOfPlan(offer->limits);
}

void StartDialog::showTrial() {
  const QSignalBlocker quiet(m_trial);
  const auto *offer = m_terms->offer();
  const int days = offer ? offer->trialDays : 0;
  m_trial->clear();
  m_trial->addItem(tr("None"), 0);
  if (days > 0)
    m_trial->addItem(tr("%n day(s), as the plan offers", nullptr, days), days);
  m_trial->setCurrentIndex(m_wantsTrial && days > 0 ? 1 : 0);
  m_trial->setEnabled(days > 0);
}

int StartDialog::trialDays() const { return m_trial->currentData().toInt(); }

std::optional<Money> StartDialog::ownPrice() const {
  const auto price = Money::parseMajor(m_price->value(), facts().organization.currency);
  return price ? std::optional(*price) : std::nullopt;
}

void StartDialog::showOffers(const QList<models::PlanOffer> &offers) {
  m_terms->setOffers(offers);
  m_limits->setMetrics(changer().metrics(), {});
  showTrial();
  showLimits();
}

QString StartDialog::objection() const {
  if (m_terms->plan()->count() == 0)
    return tr("What is on sale is not known yet");
  if (!m_price->value().isEmpty() && !ownPrice())
    return tr("The price cannot be read");
  return {};
}

models::WantedChange StartDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::Start;
  m_terms->addTo(wanted);
  wanted.trialDays = trialDays();
  wanted.couponId = m_coupon->text().trimmed();
  if (const auto price = ownPrice())
    wanted.price = price->minor();
  if (m_hasLimits->isChecked())
    wanted.limits = m_limits->wanted({});
  return wanted;
}

QString StartDialog::meaning(const Preview &preview) const {
  if (preview.after.status == subscriptions::Status::Trialing)
    return tr("The trial begins at once. With a payment method the subscription goes on after it "
              "and is invoiced; without one it ends on %1.")
        .arg(formatDay(*preview.after.trialEnd, locale()));
  if (preview.lines.empty())
    return tr("It begins at once.");
  return preview.staysDraft ? tr("It begins at once. Its first invoice is drafted with it and "
                                 "stays a draft until somebody finalizes it.")
                            : tr("It begins at once. Its first invoice is issued with it and is "
                                 "final.");
}

QString StartDialog::doneText(const Preview &preview) const {
  return preview.after.status == subscriptions::Status::Trialing ? tr("Trial started")
                                                                 : tr("Subscription started");
}

models::FormValues StartDialog::typed() const {
  models::FormValues typed{{u"trial"_s, m_wantsTrial ? u"yes"_s : u"no"_s},
                           {u"coupon"_s, m_coupon->text()},
                           {u"price"_s, m_price->value()},
                           {u"limits"_s, m_hasLimits->isChecked() ? u"yes"_s : QString()}};
  m_terms->addTo(typed);
  m_limits->addTo(typed, {});
  return typed;
}

void StartDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker quietCoupon(m_coupon), quietPrice(m_price), quiet(m_hasLimits);
  m_terms->fill(typed);
  m_wantsTrial = typed.value(u"trial"_s) == u"yes"_s;
  m_coupon->setText(typed.value(u"coupon"_s));
  m_price->setValue(typed.value(u"price"_s));
  m_limits->fill(typed);
  m_hasLimits->setChecked(!typed.value(u"limits"_s).isEmpty());
  m_limits->setVisible(m_hasLimits->isChecked());
  showTrial();
  showLimits();
}

} // namespace tenantry::ui
