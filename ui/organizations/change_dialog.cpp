// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_dialog.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/organizations/change_preview_view.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostSeats = 1'000'000;

QString confirmText(ChangeDialog::Kind kind) {
  switch (kind) {
  case ChangeDialog::Kind::Cancel:
    return ChangeDialog::tr("End subscription");
  case ChangeDialog::Kind::Pause:
    return ChangeDialog::tr("Pause subscription");
  case ChangeDialog::Kind::Resume:
    return ChangeDialog::tr("Resume subscription");
  case ChangeDialog::Kind::Alter:
    break;
  }
  return ChangeDialog::tr("Change subscription");
}

QString iconOf(ChangeDialog::Kind kind) {
  switch (kind) {
  case ChangeDialog::Kind::Cancel:
    return u"x"_s;
  case ChangeDialog::Kind::Pause:
    return u"pause"_s;
  case ChangeDialog::Kind::Resume:
    return u"play"_s;
  case ChangeDialog::Kind::Alter:
    break;
  }
  return u"check"_s;
}

QVBoxLayout *makeDialogColumn(QDialog *dialog) {
  auto *layout = new QVBoxLayout(dialog);
  layout->setContentsMargins(space::x5, space::x5, space::x5, space::x4);
  layout->setSpacing(space::x3);
  return layout;
}

} // namespace

ChangeDialog::ChangeDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                           Kind kind, QWidget *window)
    : QDialog(window), m_facts(facts), m_kind(kind), m_changer(connection, facts.organization.id),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)), m_preview(new ChangePreviewView),
      m_consequence(new Label({}, TextStyle::Body, Tone::Text2)), m_progress(new ProgressLine),
      m_confirm(makeButton(confirmText(kind),
                           kind == Kind::Cancel ? ButtonVariant::Danger : ButtonVariant::Primary,
                           iconOf(kind))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(confirmText(kind));
  setFixedWidth(width::dialog);
  auto *layout = makeDialogColumn(this);
  auto *title = new Label(this->title(), TextStyle::Title);
  for (auto *text : {title, m_notice, m_consequence})
    text->setWordWrap(true);
  layout->addWidget(title);
  addFields(layout);
  layout->addWidget(m_notice);
  layout->addWidget(m_preview);
  layout->addWidget(m_consequence);
  if (m_kind == Kind::Cancel) {
    m_typed = new TypedConfirmation(tr("Name of the organization"));
    m_typed->setExpected(m_facts.organization.name);
    m_typed->hide();
    layout->addWidget(m_typed);
    connect(m_typed, &TypedConfirmation::edited, this, &ChangeDialog::showWhetherPossible);
  }
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  connectChanger();
  edited();
  if (m_kind == Kind::Alter)
    m_changer.readOffers();
}

QString ChangeDialog::title() const {
  const auto &name = m_facts.organization.name;
  switch (m_kind) {
  case Kind::Cancel:
    return tr("End the subscription of %1").arg(name);
  case Kind::Pause:
    return tr("Pause the subscription of %1").arg(name);
  case Kind::Resume:
    return tr("Resume the subscription of %1").arg(name);
  case Kind::Alter:
    break;
  }
  return tr("Change the subscription of %1").arg(name);
}

void ChangeDialog::addFields(QVBoxLayout *layout) {
  if (m_kind == Kind::Alter)
    addTerms(layout);
  if (m_kind == Kind::Alter || m_kind == Kind::Cancel)
    addWhen(layout);
}

void ChangeDialog::addTerms(QVBoxLayout *layout) {
  const auto &now = *m_facts.subscription;
  m_plan = new QComboBox;
  m_plan->addItem(m_facts.planName, now.planId);
  m_interval = new QComboBox;
  m_interval->addItem(intervalWord(now.interval), int(now.interval));
  m_seats = new QSpinBox;
  m_seats->setRange(1, mostSeats);
  m_seats->setValue(now.seats);
  m_seats->setGroupSeparatorShown(true);
  layout->addWidget(new FormField(tr("Plan"), m_plan));
  auto *row = new QHBoxLayout;
  row->setSpacing(space::x3);
  row->addWidget(new FormField(tr("Billed"), m_interval), 1);
  row->addWidget(new FormField(tr("Seats"), m_seats), 1);
  layout->addLayout(row);
  connect(m_plan, &QComboBox::currentIndexChanged, this, [this] {
    showIntervals();
    edited();
  });
  connect(m_interval, &QComboBox::currentIndexChanged, this, &ChangeDialog::edited);
  connect(m_seats, &QSpinBox::valueChanged, this, &ChangeDialog::edited);
}

void ChangeDialog::addWhen(QVBoxLayout *layout) {
  const auto end = formatDay(m_facts.subscription->period.to, locale());
  m_when = new QComboBox;
  m_when->addItem(m_kind == Kind::Alter ? tr("Now, the rest of the period prorated") : tr("Now"));
  m_when->addItem(tr("At the end of the period, %1").arg(end));
  m_when->setCurrentIndex(m_kind == Kind::Cancel ? 1 : 0);
  layout->addWidget(new FormField(tr("When"), m_when));
  connect(m_when, &QComboBox::currentIndexChanged, this, &ChangeDialog::edited);
  if (m_kind != Kind::Cancel)
    return;
  m_credit = new QCheckBox(tr("Credit the remaining days"));
  layout->addWidget(m_credit);
  connect(m_credit, &QCheckBox::toggled, this, &ChangeDialog::edited);
}

QWidget *ChangeDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addStretch();
  row->addWidget(close);
  row->addWidget(m_confirm);
  m_confirm->setDefault(true);
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, [this] {
    if (m_draft)
      m_draft->forget();
    reject();
  });
  connect(m_confirm, &QPushButton::clicked, &m_changer, &models::SubscriptionChanger::confirm);
  return foot;
}

void ChangeDialog::connectChanger() {
  using Changer = models::SubscriptionChanger;
  connect(&m_changer, &Changer::offered, this, &ChangeDialog::showOffers);
  connect(&m_changer, &Changer::previewed, this, [this](const models::ChangePreview &preview) {
    m_progress->setIdle();
    m_refusal.clear();
    m_preview->show(preview);
    showConsequence();
    showWhetherPossible();
    adjustSize();
  });
  connect(&m_changer, &Changer::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = said(error);
    m_preview->clear();
    const bool isNothing = error.code == u"subscription.no_change"_s;
    showNotice(isNothing ? QString() : said(error), true);
    showConsequence();
    showWhetherPossible();
    adjustSize();
  });
  connect(&m_changer, &Changer::outdated, this, [this](const Error &error) {
    showNotice(said(error), false);
    m_progress->setBusy();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::done, this, [this] {
    if (m_draft)
      m_draft->forget();
    Q_EMIT changed(doneText());
    accept();
  });
}

// What it has stays offered, also where it is not sold any more.
void ChangeDialog::showOffers(const QList<models::PlanOffer> &offers) {
  m_offers = offers;
  const QSignalBlocker quiet(m_plan);
  for (const auto &offer : offers)
    if (m_plan->findData(offer.id) < 0)
      m_plan->addItem(offer.name, offer.id);
  showIntervals();
  restore();
}

void ChangeDialog::showIntervals() {
  const QSignalBlocker quiet(m_interval);
  const auto chosen = m_interval->currentData().toInt();
  m_interval->clear();
  for (const auto &offer : m_offers)
    if (offer.id == m_plan->currentData().toString())
      for (const auto interval : offer.intervals)
        m_interval->addItem(intervalWord(interval), int(interval));
  if (m_interval->count() == 0)
    m_interval->addItem(intervalWord(m_facts.subscription->interval),
                        int(m_facts.subscription->interval));
  m_interval->setCurrentIndex(std::max(0, m_interval->findData(chosen)));
}

models::WantedChange ChangeDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = m_kind;
  wanted.now = !m_when || m_when->currentIndex() == 0;
  wanted.credit = m_credit && wanted.now && m_credit->isChecked();
  if (m_kind != Kind::Alter)
    return wanted;
  wanted.planId = m_plan->currentData().toString();
  wanted.interval = Interval(m_interval->currentData().toInt());
  wanted.seats = m_seats->value();
  return wanted;
}

void ChangeDialog::edited() {
  if (m_credit)
    m_credit->setEnabled(m_when->currentIndex() == 0);
  showNotice({}, false);
  if (m_draft && m_before.isEmpty())
    m_draft->keep(typed() == m_first ? models::FormValues() : typed());
  m_refusal.clear();
  m_progress->setBusy();
  m_changer.preview(wanted());
  showWhetherPossible();
}

void ChangeDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void ChangeDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString ChangeDialog::obstacle() const {
  if (m_changer.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (!m_changer.shown())
    return tr("What it comes to is not known yet");
  return isFinal() && !m_typed->isGiven() ? tr("Type the name to confirm") : QString();
}

QLineEdit *ChangeDialog::deliberate() const {
  return m_typed && !m_typed->isHidden() ? m_typed->input() : nullptr;
}

/// What ends at once does not come back; what is scheduled can be taken back.
bool ChangeDialog::isFinal() const {
  const auto &shown = m_changer.shown();
  return m_typed && shown && shown->after.scheduled.action == subscriptions::ScheduledAction::None;
}

void ChangeDialog::showConsequence() {
  if (m_typed)
    m_typed->setVisible(isFinal());
  const auto &shown = m_changer.shown();
  if (!shown) {
    m_consequence->clear();
    return;
  }
  const auto end = formatDay(shown->before.period.to, locale());
  const bool waits = shown->after.scheduled.action != subscriptions::ScheduledAction::None;
  QString text;
  if (waits && m_kind == Kind::Cancel)
    text = tr("It ends on %1. Until then it can be taken back.").arg(end);
  else if (waits)
    text = tr("It is changed on %1. Until then it can be taken back.").arg(end);
  else if (m_kind == Kind::Cancel)
    text = tr("Access ends at once, and usage is billed. It cannot be undone.");
  else if (m_kind == Kind::Pause)
    text = tr("It stands still and bills nothing until somebody resumes it.");
  else if (m_kind == Kind::Resume)
    text = tr("It goes on at once.");
  else
    text = tr("It is changed at once. What is issued with it is final.");
  if (shown->before.scheduled.action != subscriptions::ScheduledAction::None &&
      shown->before.scheduled != shown->after.scheduled)
    text += u' ' + tr("What was scheduled before is dropped.");
  m_consequence->setText(text);
}

QString ChangeDialog::doneText() const {
  const auto &shown = m_changer.shown();
  const bool waits = shown && shown->after.scheduled.action != subscriptions::ScheduledAction::None;
  if (waits)
    return tr("Scheduled for %1").arg(formatDay(shown->before.period.to, locale()));
  switch (m_kind) {
  case Kind::Cancel:
    return tr("Subscription ended");
  case Kind::Pause:
    return tr("Subscription paused");
  case Kind::Resume:
    return tr("Subscription resumed");
  case Kind::Alter:
    break;
  }
  return tr("Subscription changed");
}

QString ChangeDialog::previewText() const { return m_preview->text(); }

QString ChangeDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

QString ChangeDialog::consequence() const { return m_consequence->text(); }

} // namespace tenantry::ui
