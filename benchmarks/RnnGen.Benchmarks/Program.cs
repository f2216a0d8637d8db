System.Console.WriteLine("RnnGen");
