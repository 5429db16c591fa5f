// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/composition.h"
#include "app/daemon/mail_settings.h"
#include "app/grammar/program.h"
#include "services/core/log.h"

#include <QGuiApplication>
#include <csignal>
#include <iostream>
#include <pthread.h>

using namespace tenantry;

namespace {

/// Blocked in every thread, so that the main thread can wait for them.
sigset_t blockStopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

int refuse(const Error &error) {
  std::cerr << "tenantryd: " << error.toString().toStdString() << std::endl;
  return 2;
}

int work(const daemon::Settings &settings, const sigset_t &stopSignals) {
  const SystemClock clock;
  auto workers = daemon::makeWorkers(settings, clock);
  if (!workers) {
    spdlog::critical("{}", workers.error().toString());
    return 1;
  }
  auto pages = daemon::makePages(settings, clock);
  if (!pages) {
    spdlog::critical("{}", pages.error().toString());
    return 1;
  }
  if (*pages) {
    if (const auto started = (*pages)->start(); !started) {
      spdlog::critical("{}", started.error().toString());
      return 1;
    }
    spdlog::info("customers' pages are served at port {}", (*pages)->port());
  }
  (*workers)->start();
  spdlog::info("{} workers have started", settings.workers);
  int signal = 0;
  sigwait(&stopSignals, &signal);
  spdlog::info("stopping after the jobs at hand");
  if (*pages)
    (*pages)->stop();
  (*workers)->stop();
  spdlog::info("stopped");
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  setUpLogging();
  const auto stopSignals = blockStopSignals();
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen"); // papers are drawn, nothing is shown
  QGuiApplication application(argc, argv);
  grammar::Program program("tenantryd", "Workers of Tenantry: renewals, invoices, payments and "
                                        "events of a server's database, and the "
                                        "pages that customers' links lead to.");
  std::string database;
  std::string address;
  daemon::MailOptions mail;
  gateways::StripeOptions stripe;
  daemon::Settings settings;
  auto line = program.top();
  line.option("--database", database, "postgresql://…").required().called("URL");
  line.option("--workers", settings.workers, "Threads that do jobs").within(1, 64).showDefault();
  line.option("--http", address, "Serve customers' pages at 127.0.0.1:8480").called("ADDRESS");
  line.option("--smtp", mail.server, "Send mails there: smtp://user@mail.example.com:587")
      .called("URL");
  line.option("--smtp-connections", mail.connections, "To the mail server, at once")
      .within(1, 32)
      .showDefault();
  line.option("--smtp-ca-file", mail.authorities,
              "Certificates that the mail server is trusted by, instead of the system's")
      .called("FILE");
  line.option("--mail-from", mail.from, "Who mails come from").called("ADDRESS");
  line.option("--mail-password-file", mail.passwordFile,
              "With the mail server's password, mode 0600")
      .called("FILE");
  line.option("--public-url", mail.publicUrl,
              "Where customers reach the pages, for links in mails and from Stripe")
      .called("URL");
  line.option("--stripe-key-file", stripe.keyFile, "With Stripe's secret key, mode 0600")
      .called("FILE");
  line.option("--stripe-webhook-secret-file", stripe.webhookSecretFile,
              "With the secret of Stripe's webhook endpoint, mode 0600")
      .called("FILE");
  line.option("--stripe-url", stripe.url, "A stand-in for Stripe on this machine, for trials")
      .called("URL");
  if (const auto ending = program.read(argc, argv))
    return ending->tell();
  settings.database = QString::fromStdString(database);
  if (!address.empty()) {
    const auto options = http::parseAddress(QString::fromStdString(address));
    if (!options)
      return refuse(options.error());
    settings.http = *options;
  }
  const auto mailing = daemon::mailSettings(mail);
  if (!mailing)
    return refuse(mailing.error());
  settings.mail = *mailing;
  const auto publicUrl = daemon::publicUrl(mail);
  if (!publicUrl)
    return refuse(publicUrl.error());
  settings.publicUrl = *publicUrl;
  const auto charging = gateways::stripeSettings(stripe);
  if (!charging)
    return refuse(charging.error());
  settings.stripe = *charging;
  try {
    return work(settings, stopSignals);
  } catch (const std::exception &exception) {
    spdlog::critical("a mistake of the program: {}", exception.what());
    return 1;
  }
}
