// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/quit_signals.h"

#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <csignal>

namespace tenantry::desktop {

namespace {

constexpr std::array endings{SIGTERM, SIGINT, SIGHUP};

std::atomic<const store::WakeUp *> listening = nullptr;

/// Runs in the middle of anything: it may only write to the descriptor.
void hear(int) {
  if (const auto *wakeUp = listening.exchange(nullptr))
    wakeUp->raise();
  for (const int ending : endings)
    std::signal(ending, SIG_DFL); // who asks twice does not want to wait
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent) {
  listening = &m_wakeUp;
  for (const int ending : endings)
    std::signal(ending, hear);
  auto *notifier = new QSocketNotifier(m_wakeUp.descriptor(), QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
    notifier->setEnabled(false); // it stays readable
    Q_EMIT quitRequested();
  });
}

QuitSignals::~QuitSignals() {
  listening = nullptr;
  for (const int ending : endings)
    std::signal(ending, SIG_DFL);
}

} // namespace tenantry::desktop
